"""The helpdesk's own pages: who logs in, and what each may see and do there."""
