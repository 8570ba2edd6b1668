"""Everything a parent is told: loads, checks and watches the YAML in `knowledge/`."""
