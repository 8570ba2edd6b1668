"""deploy/ cannot be run here as containers. It parses, names what the code has, and keeps the rules of safety."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegwijzer.cli import main
from wegwijzer.helpdesk.kennis_werk import Werkplaats
from wegwijzer.huis import projectmap
from wegwijzer.kanaal.instellingen import VOORVOEGSEL, Instellingen
from wegwijzer.opslag import sloten, verbinding

DEPLOY = projectmap() / "deploy"
VAST = re.compile(r"[\w./-]+:\d+\.\d+(?:\.\d+)?(?:-[a-z0-9.-]+)?")
"""An image with a version: never `latest`, never without."""
OPENBAAR = {
    "/", "/chat", "/privacy", "/session", "/message", "/history", "/link", "/return", "/report", "/plan", "/plan.ics",
    "/web/", "/widget/v1/",
}  # fmt: skip
"""What parents and sites need; all the rest stays inside."""
BINNEN = ("webhooks", "metrics", "ready", "health")


def _documenten() -> Iterator[tuple[str, dict[str, Any]]]:
    for pad in sorted((DEPLOY / "kubernetes").glob("*.yml")):
        for document in yaml.safe_load_all(pad.read_text(encoding="utf-8")):
            yield pad.name, document


def _soort(soort: str) -> list[dict[str, Any]]:
    return [d for _, d in _documenten() if d["kind"] == soort]


def _pods() -> list[tuple[str, dict[str, Any]]]:
    uit = [(d["metadata"]["name"], d["spec"]["template"]) for d in _soort("Deployment")]
    return uit + [(d["metadata"]["name"], d["spec"]["jobTemplate"]["spec"]["template"]) for d in _soort("CronJob")]


def _compose() -> dict[str, Any]:
    gelezen: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
    return gelezen


def _bekend() -> set[str]:
    """Every setting that the code reads from the environment."""
    code = "".join(p.read_text(encoding="utf-8") for p in (projectmap() / "wegwijzer").rglob("*.py"))
    velden = {VOORVOEGSEL + veld.name.upper() for veld in fields(Instellingen)}
    return velden | set(re.findall(r"WEGWIJZER_[A-Z_]+[A-Z]", code)) | {"PORT"}


def test_alles_is_een_heel_document() -> None:
    gevonden = list(_documenten())
    assert {d["kind"] for _, d in gevonden} >= {
        "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "CronJob", "Ingress",
        "NetworkPolicy", "ConfigMap", "Secret", "PersistentVolumeClaim", "Namespace", "ServiceAccount",
    }  # fmt: skip
    for naam, document in gevonden:
        assert document["apiVersion"] and document["metadata"]["name"], naam
        assert document["kind"] == "Namespace" or document["metadata"]["namespace"] == "wegwijzer", naam


def test_beelden_hebben_een_versie() -> None:
    beelden = [c["image"] for _, pod in _pods() for c in pod["spec"]["containers"]]
    beelden += [dienst["image"] for dienst in _compose()["services"].values()]
    beelden += re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(beelden) > 8
    assert [b for b in beelden if not VAST.fullmatch(b)] == []


@pytest.mark.parametrize(("naam", "pod"), _pods())
def test_elke_pod_heeft_weinig_rechten(naam: str, pod: dict[str, Any]) -> None:
    spec = pod["spec"]
    assert spec["securityContext"]["runAsNonRoot"] is True and spec["securityContext"]["runAsUser"] > 0
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert spec["automountServiceAccountToken"] is False
    for doos in spec["containers"]:
        rechten = doos["securityContext"]
        assert rechten["readOnlyRootFilesystem"] is True and rechten["allowPrivilegeEscalation"] is False
        assert rechten["capabilities"] == {"drop": ["ALL"]}
        for soort in ("requests", "limits"):
            assert set(doos["resources"][soort]) == {"cpu", "memory"}
        assert {m["mountPath"] for m in doos["volumeMounts"]} & {"/tmp"}
        assert {m["name"] for m in doos["volumeMounts"]} == {v["name"] for v in spec["volumes"]}


def test_de_werkers_op_kubernetes() -> None:
    werker = next(pod for naam, pod in _pods() if naam == "wegwijzer")
    [doos] = werker["spec"]["containers"]
    assert doos["ports"] == [{"name": "http", "containerPort": _poort()}]
    for peiling in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert doos[peiling]["httpGet"] == {"path": "/health", "port": "http"}
    [schaal] = _soort("HorizontalPodAutoscaler")
    assert schaal["spec"]["minReplicas"] >= 2 and schaal["spec"]["scaleTargetRef"]["name"] == "wegwijzer"
    [plaats] = _soort("PersistentVolumeClaim")
    assert plaats["spec"]["accessModes"] == ["ReadWriteMany"]
    verbindingen = schaal["spec"]["maxReplicas"] * int(_soort("ConfigMap")[0]["data"]["WEGWIJZER_DB_VERBINDINGEN"])
    assert verbindingen < 100, "de standaard van max_connections"
    # Only the workers answer the service: a pod of the cron job with its label would get parents too.
    for dienst in _soort("Service"):
        kiest = dienst["spec"]["selector"]
        treft = [n for n, pod in _pods() if kiest.items() <= pod["metadata"]["labels"].items()]
        assert treft == [dienst["metadata"]["name"]]


def test_opruimen_elke_dag() -> None:
    [taak] = _soort("CronJob")
    assert re.fullmatch(r"\d+ \d+ \* \* \*", taak["spec"]["schedule"])
    assert taak["spec"]["concurrencyPolicy"] == "Forbid"
    [doos] = taak["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    with pytest.raises(SystemExit) as einde:
        main([*doos["args"], "--help"])
    assert einde.value.code == 0


def test_alleen_wat_ouders_nodig_hebben_staat_open() -> None:
    [ingang] = _soort("Ingress")
    [regel] = ingang["spec"]["rules"]
    paden = regel["http"]["paths"]
    assert {p["path"] for p in paden} == OPENBAAR
    for pad in paden:
        assert pad["pathType"] == ("Prefix" if pad["path"].endswith("/") and pad["path"] != "/" else "Exact")
    regels = (DEPLOY / "nginx" / "regels.conf").read_text(encoding="utf-8")
    code = re.sub(r"#.*", "", regels)
    for weg in BINNEN:
        assert weg not in code
    assert re.search(r"location / \{\s*return 404;", code)
    assert code.count("{") == code.count("}")
    for kop in ("X-Forwarded-For $remote_addr", 'X-Real-IP ""', 'Forwarded ""', "Host $http_host"):
        assert f"proxy_set_header {kop};" in code


def test_instellingen_bestaan() -> None:
    compose = _compose()
    genoemd = set(compose["x-werker"]["environment"])
    for document in [*_soort("ConfigMap"), *_soort("Secret")]:
        genoemd |= set(document.get("data") or document.get("stringData"))
    docker = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    eenheden = "".join(p.read_text(encoding="utf-8") for p in (DEPLOY / "systemd").iterdir())
    genoemd |= set(re.findall(r"(WEGWIJZER_[A-Z_]+[A-Z])=", docker + eenheden))
    assert genoemd - _bekend() == set()
    assert verbinding.postgres({"WEGWIJZER_DB": compose["x-werker"]["environment"]["WEGWIJZER_DB"]}) is not None
    for adres in (compose["x-werker"]["environment"], _soort("ConfigMap")[0]["data"]):
        assert type(sloten.sloten({"WEGWIJZER_REDIS": adres["WEGWIJZER_REDIS"]})) is sloten.GedeeldeSloten


def test_wat_geschreven_wordt_staat_op_een_schijf_die_dat_mag() -> None:
    """The root is read-only: charts (matplotlib) write in /tmp, versions of the knowledge in var/ by release."""
    laatste = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").rpartition("FROM ")[2]
    assert re.search(r"\bMPLCONFIGDIR=/tmp/\w", laatste) and re.search(r"\bHOME=/tmp\b", laatste)
    assert "WEGWIJZER_UITGAVEN=/opt/wegwijzer/var/uitgaven-${VERSIE}" in laatste
    [versie] = re.findall(r"^ARG VERSIE=(\S+)", laatste, re.MULTILINE)
    beelden = [c["image"] for _, pod in _pods() for c in pod["spec"]["containers"]]
    assert {b for b in beelden if b.startswith("wegwijzer:")} == {f"wegwijzer:{versie}"}
    werker = (DEPLOY / "systemd" / "wegwijzer@.service").read_text(encoding="utf-8")
    assert "MPLCONFIGDIR=/tmp/" in werker and "PrivateTmp=yes" in werker


def test_bewerken_staat_uit_waar_de_kennis_in_het_beeld_zit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Said as such to the editor; else she would fill in a form that cannot be saved."""
    for gegeven in (_compose()["x-werker"]["environment"], _soort("ConfigMap")[0]["data"]):
        monkeypatch.setenv("WEGWIJZER_REDACTIE", gegeven["WEGWIJZER_REDACTIE"])
        assert "toont de kennis alleen" in Werkplaats().niet_bewerken()
    plekken = [m["mountPath"] for _, pod in _pods() for c in pod["spec"]["containers"] for m in c["volumeMounts"]]
    assert not [plek for plek in plekken if "knowledge" in plek]


def test_geen_geheim_in_git() -> None:
    for document in _soort("Secret"):
        assert set(document["stringData"].values()) == {""}
    for regel in (DEPLOY / "voorbeeld.env").read_text(encoding="utf-8").splitlines():
        if re.match(r"\w*(?:WACHTWOORD|SLEUTEL)=", regel):
            assert regel.endswith("=")
    assert not list(DEPLOY.rglob("*.key")) and not (DEPLOY / ".env").exists()


def test_compose() -> None:
    compose = _compose()
    diensten = compose["services"]
    assert [n for n, d in diensten.items() if "ports" in d] == ["proxy"], "alleen de proxy is van buiten te bereiken"
    werkers = [n for n in diensten if n.startswith("werker")]
    assert len(werkers) >= 2
    upstream = (DEPLOY / "nginx" / "werkers-compose.conf").read_text(encoding="utf-8")
    assert re.findall(r"server (\w+):(\d+)", upstream) == [(n, str(_poort())) for n in werkers] * 2
    for naam in werkers:
        dienst = diensten[naam]
        assert dienst["read_only"] is True and dienst["cap_drop"] == ["ALL"] and dienst["user"] == "10001:10001"
        assert f":{_poort()}/health" in dienst["healthcheck"]["test"][-1]
        assert dienst["mem_limit"] and "no-new-privileges:true" in dienst["security_opt"]
    for dienst in diensten.values():
        for bron in (v.split(":")[0] for v in dienst.get("volumes", [])):
            gemaakt = bron in ("./tls", "./weg.html")
            assert gemaakt or bron in compose["volumes"] or (DEPLOY / bron).is_file(), bron
        for net in dienst["networks"]:
            assert net in compose["networks"]
    assert "voor" not in diensten["postgres"]["networks"] and compose["networks"]["achter"]["internal"] is True
    gevraagd = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yml").read_text(encoding="utf-8")))
    gegeven = set(re.findall(r"^(\w+)=", (DEPLOY / "voorbeeld.env").read_text(encoding="utf-8"), re.MULTILINE))
    assert gevraagd == gegeven


def test_het_beeld() -> None:
    tekst = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert "scripts/opzet.sh" in tekst and f"EXPOSE {_poort()}" in tekst and f"PORT={_poort()}" in tekst
    laatste = tekst.rpartition("FROM ")[2]
    assert re.search(r"^USER 10001:10001$", laatste, re.MULTILINE)
    assert "WEGWIJZER_ADRES=0.0.0.0" in laatste
    weg = (projectmap() / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {".git", "var", ".env", "**/*.db", ".venv"} <= set(weg)


@pytest.mark.parametrize("naam", ["wegwijzer@.service", "wegwijzer-dagelijks.service", "wegwijzer-dagelijks.timer"])
def test_systemd(naam: str) -> None:
    eenheid = configparser.RawConfigParser(strict=False, interpolation=None)
    eenheid.optionxform = str  # type: ignore[assignment,method-assign]
    eenheid.read(DEPLOY / "systemd" / naam, encoding="utf-8")
    if naam.endswith(".timer"):
        assert eenheid["Timer"]["Persistent"] == "true" and eenheid["Install"]["WantedBy"] == "timers.target"
        return
    dienst = eenheid["Service"]
    assert dienst["User"] == "wegwijzer" and dienst["NoNewPrivileges"] == "yes" and dienst["ProtectSystem"] == "strict"
    assert dienst["UMask"] == "0077" and dienst["EnvironmentFile"] == "/etc/wegwijzer/wegwijzer.env"
    for regel in (DEPLOY / "systemd" / naam).read_text(encoding="utf-8").splitlines():
        if regel.startswith("ExecStart="):
            opdracht = regel.partition("/bin/wegwijzer ")[2].split()
            with pytest.raises(SystemExit) as einde:
                main([opdracht[0], "--help"])
            assert einde.value.code == 0
            if "--bewaar" in opdracht:
                assert int(opdracht[opdracht.index("--bewaar") + 1]) <= 28


def _poort() -> int:
    """Of a worker in a container."""
    gevonden = re.search(r"\bPORT=(\d+)", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"))
    assert gevonden is not None
    return int(gevonden[1])


def test_de_map_is_heel() -> None:
    assert {str(p.relative_to(DEPLOY)) for p in DEPLOY.rglob("*") if p.is_file()} >= {
        "Dockerfile", "compose.yml", "voorbeeld.env", "nginx/wegwijzer.conf", "nginx/regels.conf", "nginx/kantoor.conf",
        "nginx/werkers.conf", "kubernetes/wegwijzer.yml", "kubernetes/ingress.yml", "kubernetes/opruimen.yml",
    }  # fmt: skip
    assert Path(projectmap() / "deploy" / "Dockerfile").read_text(encoding="utf-8").startswith("#")
