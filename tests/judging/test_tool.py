"""Tools judged: use, depth, families, denials, and common words that are no products."""

from __future__ import annotations

import pytest

from matcher.facts import tools
from matcher.judging import tool
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("not_met", "Experience of SAP MM", "SAP: never used"),
        ("met", "Experience of Kubernetes or similar", "Looked after OpenShift clusters"),
        ("not_stated", "Experience of Kubernetes or similar", "Jenkins pipelines"),
        ("met", "ServiceNow or similar", "Remedy was the ticketing system there"),
        ("partly", "Experience of Power BI", "Power BI course starting in March 2027"),
        ("met", "Experience of ServiceNow", "Built dashboards in ServiceNow for the service desk"),
        ("met", "Experience of ServiceNow or similar", "Freshservice administrator"),
        ("not_stated", "Experience of ServiceNow", "Freshservice administrator"),
        ("not_met", "Experience of ServiceNow", "No ServiceNow experience"),
        ("not_met", "Experience of ServiceNow", "I have never used ServiceNow"),
        ("not_met", "Experience of ServiceNow", "ServiceNow: not used"),
        ("met", "Advanced Excel", "Excel (advanced)"),
        ("not_met", "Advanced Excel", "Basic Excel"),
        ("not_stated", "Advanced Excel", "Excel used daily"),
        ("met", "Advanced Excel", "Excel: macros, pivot tables and lookups built for finance"),
        ("not_stated", "Experience of Jira Service Management", "Used Jira to track sprint work"),
        ("met", "Jira experience", "JSM administrator"),
        ("met", "Salesforce experience", "Configured Service Cloud"),
        ("not_stated", "Salesforce Service Cloud", "Salesforce user since 2018"),
        ("met", "Knowledge of Agile", "Delivered in an Agile team"),
        ("not_stated", "Scrum", "Played scrum half for Bath"),
        ("not_stated", "Experience of Remedy", "Found a remedy for late deliveries"),
        ("not_stated", "Access database skills", "Gave customers access to reports"),
        ("met", "Zendesk", "ServiceNow training booked for January 2027; Zendesk daily"),
        ("partly", "ServiceNow", "ServiceNow training course booked, 14 January 2027"),
        ("not_stated", "ServiceNow", "Keen to learn ServiceNow"),
        ("not_stated", "ServiceNow", "Sold ServiceNow licences to retailers"),
        ("met", "CRM system experience", "HubSpot used for all enquiries"),
        (
            "met",
            "Experience of a WFM tool such as Verint, NICE or Calabrio",
            "Scheduling analyst using Aspect WFM",
        ),
        ("met", "Genesys or Avaya", "Supervisor on Avaya CMS"),
        ("not_stated", "Power BI", "Dashboards in Tableau"),
        ("met", "Power BI or similar", "Dashboards in Tableau"),
        ("not_met", "Expert in PowerShell", "PowerShell (intermediate)"),
        ("not_stated", "Intune", "Intune awareness only, no hands-on use"),
        ("met", "Hands-on Intune", "Managed 3,000 devices in Intune"),
        ("met", "Experience of Foobar software", "Used Foobar software daily"),
        ("met", "Python", "Python, SQL, Git, Docker, Linux, AWS, Terraform, Jenkins, Ansible"),
        ("not_met", "Experience of outbound calls", "Inbound only"),
        ("met", "ITIL and ServiceNow", "ServiceNow"),
        ("met", "Experience with Citrix", "Not only Citrix but also VMware"),
        ("not_stated", "Experience of Teams", "Led teams of 12"),
        ("not_stated", "Experience of Excel", "My colleagues use Excel; I work on paper"),
        ("not_met", "SAP", "No exposure to SAP yet"),
        ("not_met", "Oracle", "Without Oracle or SAP experience"),
        ("met", "Experience of Microsoft Teams", "Rolled out Teams telephony"),
        ("not_stated", "Experience of Workday", "Experience of HR systems"),
        ("met", "Experience of Salesforce", "Salesforce administrator certified, 3 years"),
        ("met", "Experience of Genesys Cloud", "Genesys PureCloud routing built"),
        ("not_met", "Advanced Excel", "Excel: basic, formulas only"),
        ("partly", "Experience with Power BI", "Power BI course booked for 3 February 2027"),
        ("not_met", "Experience with Zendesk", "Have not used Zendesk; Freshdesk daily"),
        ("not_stated", "Experience of Avaya", "Telephony (make not stated), 60 seats"),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(tools, tool, asked, cv)] == [outcome]
