"""What a sentence of a role does: ask, tell a duty, or neither."""

import pytest

from matcher.roles.intent import Intent, intent, leads_in
from matcher.types import Sentence

ASKS, DUTY, SILENT = Intent.ASKS, Intent.DUTY, Intent.SILENT


@pytest.mark.parametrize(
    ("text", "section", "wanted"),
    [
        ("The successful candidate will hold a pilot's licence.", "other", ASKS),
        ("You will have flown gliders for some years.", "other", ASKS),
        ("You'll need to be registered as a farrier.", "other", ASKS),
        ("We are looking for a farrier with experience of heavy horses.", "other", ASKS),
        ("You will be required to hold a farrier's diploma.", "other", ASKS),
        ("We would also like to see some knowledge of heavy horses.", "other", ASKS),
        ("One of the two farriers' diplomas", "person", ASKS),
        ("We are looking for a farrier.", "other", SILENT),
        ("In return you will be helped to widen your experience of hooves.", "other", SILENT),
        ("Are you a farrier?", "other", SILENT),
        ("Are you a farrier with at least two years' experience of mules?", "other", ASKS),
        ("Forge records must be kept up to date.", "other", SILENT),
        ("Flexible working considered", "other", SILENT),
        ("This is an essential part of the yard.", "other", SILENT),
        ("Working with the smith, you will clean the forge.", "other", DUTY),
        ("To widen your previous experience of horses.", "other", DUTY),
        ("This is a permanent position, full time and flexible.", "requirements", SILENT),
        ("Knowledge of hoof care would be an advantage.", "other", ASKS),
        ("Applicants must have shod a Shire horse.", "other", ASKS),
        ("You will be responsible for the forge and its fires.", "other", DUTY),
        ("We are looking for someone to shoe the brewery's horses.", "other", DUTY),
        ("The post holder will manage three apprentices.", "other", DUTY),
        ("Maintain the anvils", "duties", DUTY),
        ("Experience of anvils is essential", "duties", ASKS),
        ("Good level of literacy", "duties", ASKS),
        ("Diploma in farriery", "duties", ASKS),
        ("Hold a current NMC registration and shoe horses", "duties", ASKS),
        ("Preferably used to donkeys", "person", ASKS),
        ("We can only consider farriers who have worked abroad.", "other", ASKS),
        ("We welcome applications from everyone, whatever their background.", "other", SILENT),
        ("A steady hand", "essential", ASKS),
        ("It would help if you had shod Shire horses, ponies or a mule.", "essential", ASKS),
        ("Shire horses, Suffolk Punches, and now and then a mule or donkey.", "essential", ASKS),
        ("The yard was built by monks and has walls of stone.", "essential", SILENT),
        ("We have shod horses since 1802.", "other", SILENT),
        ("Are you an experienced farrier?", "other", SILENT),
        ("The forge post is offered on a part-time basis.", "other", SILENT),
        ("The post is based at the lower yard.", "duties", SILENT),
        ("The post holder is based at the lower yard and shoes its horses.", "duties", DUTY),
        ("Your working hours will be 30 hours per week.", "other", SILENT),
        ("6am - 2pm", "duties", SILENT),
        ("Shoe 12 horses a day", "duties", DUTY),
        ("You will have the opportunity to shoe race horses.", "other", SILENT),
        ("You will be joining a yard of six farriers.", "other", SILENT),
        ("The yard is one of the county's largest.", "other", SILENT),
        ("Previous applicants need not apply.", "requirements", SILENT),
        ("The post is part-time and a farrier's diploma must be held.", "other", ASKS),
        ("An exciting opportunity has arisen for an experienced farrier.", "other", SILENT),
        ("25 days' annual leave and a pension scheme", "benefits", SILENT),
        ("Our team has extensive experience of horses.", "other", SILENT),
        ("To apply, please send your CV to the forge.", "requirements", SILENT),
        ("Applicants must be eligible to work in the UK.", "application", ASKS),
        ("farrier, blacksmith, experience, must have", "keywords", SILENT),
        ("Be registered with the farriers' council", "person", ASKS),
        ("Run the forge at weekends", "person", DUTY),
    ],
)
def test_intent(text: str, section: str, wanted: Intent) -> None:
    assert intent(Sentence(text, 0, len(text), section=section)) == wanted


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("As our farrier you will:", True),
        ("This includes the following:", True),
        ("We are looking for a farrier to:", True),
        ("Shoe the horses, and keep the anvils;", False),
        ("Essential: a diploma", False),
    ],
)
def test_a_line_that_only_opens_a_list_says_nothing_itself(text: str, leads: bool) -> None:
    assert leads_in(Sentence(text, 0, len(text))) == leads
