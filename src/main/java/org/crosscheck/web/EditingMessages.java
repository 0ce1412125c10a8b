package org.crosscheck.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.crosscheck.access.Role;
import org.crosscheck.decision.Cause;
import org.crosscheck.decision.Outcome;
import org.crosscheck.fact.Certainty;
import org.crosscheck.party.PartyKind;
import org.crosscheck.source.Coverage;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Stance;

/**
 * What the pages of editors and admins say. In words for scripts, a name in brackets stands for what the script fills in. The words of
 * constants are in {@code messages/editing_en.properties}.
 */
@MessageBundle("editing")
@TemplateData(target = Flag.class, namespace = "Flag")
@TemplateData(target = Outcome.class, namespace = "Outcome")
@TemplateData(target = Cause.class, namespace = "Cause")
@TemplateData(target = PartyKind.class, namespace = "PartyKind")
public interface EditingMessages {
    // constants

    @Message
    String stance(Stance stance);

    @Message
    String certainty(Certainty certainty);

    @Message
    String coverage(Coverage coverage);

    @Message
    String kind(PartyKind kind);

    @Message
    String outcome(Outcome outcome);

    @Message
    String cause(Cause cause);

    @Message
    String role(Role role);

    @Message
    String type(Value.Type type);

    // submission

    @Message("Submit a source")
    String submission();

    @Message("Crosscheck reads the text and proposes facts. Nothing reaches the report before you accept it.")
    String submissionHint();

    @Message("Publisher")
    String publisher();

    @Message("Title")
    String title();

    @Message("Address (URL)")
    String url();

    @Message("Published, in your time zone")
    String publishedAt();

    @Message("Language, such as en")
    String language();

    @Message("Does it mean to be a full account?")
    String coverageAsked();

    @Message("Wire services that it credits, with commas between")
    String credits();

    @Message("Id (made from publisher and date where empty)")
    String id();

    @Message("Text")
    String text();

    @Message("Submit and review")
    String submit();

    @Message("optional")
    String optional();

    @Message("What is it?")
    String kindAsked();

    @Message("Add this party")
    String addParty();

    @Message("This page needs JavaScript: what you do here goes from your browser to the API.")
    String needsScript();

    // review

    @Message("Review")
    String review();

    @Message("Proposals")
    String proposals();

    @Message("The text, with the evidence of proposals marked")
    String markedText();

    @Message("There is no text of this source; each proposal has its quote.")
    String noText();

    @Message("Nothing of this source waits for a decision.")
    String nothingWaits();

    @Message("See the report")
    String seeReport();

    @Message("in the source's own voice")
    String ownVoice();

    @Message("now")
    String now();

    @Message("a new question")
    String newQuestion();

    @Message("proposed by {rule}, {percent} % sure")
    String proposedBy(String rule, int percent);

    @Message("proposed by {rule}")
    String proposedByRule(String rule);

    @Message("Accept")
    String accept();

    @Message("Reject")
    String reject();

    @Message("Change")
    String change();

    @Message("Undo")
    String undo();

    @Message("Preview and save")
    String preview();

    @Message("Keys")
    String keysHelp();

    @Message("Accept the rest from")
    String acceptRest();

    @Message("{percent} % sure")
    String sure(int percent);

    @Message("0 %: all of it")
    String sureOrNot();

    @Message("What saving does to the report")
    String previewed();

    @Message("The report says the same as before.")
    String sameReport();

    @Message("Save")
    String save();

    @Message("Back")
    String back();

    @Message("Next")
    String next();

    @Message("Previous")
    String previous();

    @Message("Preview, and then save")
    String previewKey();

    @Message("This list")
    String helpKey();

    @Message("Single keys do this")
    String shortcuts();

    // changing a fact

    @Message("Question")
    String attribute();

    @Message("Who says it (empty: the source itself)")
    String claimant();

    @Message("Stance")
    String stanceAsked();

    @Message("How it is said")
    String certaintyAsked();

    @Message("The source's words")
    String wording();

    @Message("At least")
    String min();

    @Message("At most")
    String max();

    @Message("more than that")
    String minExclusive();

    @Message("less than that")
    String maxExclusive();

    @Message("Unit")
    String unit();

    @Message("Which one in order, such as 3")
    String number();

    @Message("When, as EDTF, such as 2017-05-02 or 2017-07")
    String edtf();

    @Message("At least, such as P6Y")
    String shortest();

    @Message("At most, such as P7Y")
    String longest();

    @Message("Concept")
    String concept();

    @Message("Words")
    String words();

    @Message("Take it")
    String take();

    @Message("Leave it")
    String leave();

    // decision

    @Message("Decide on this finding")
    String decision();

    @Message("Decision")
    String outcomeAsked();

    @Message("Why do they differ?")
    String causeAsked();

    @Message("Reasons, for people")
    String note();

    @Message("Record the decision")
    String decide();

    @Message("Withdraw it")
    String withdraw();

    // keys

    @Message("API keys")
    String keys();

    @Message("New key")
    String newKey();

    @Message("Id, which history shows")
    String keyId();

    @Message("What it is for, or whose it is")
    String keyName();

    @Message("Role")
    String roleAsked();

    @Message("Only these stories: ids, with commas between")
    String onlyStories();

    @Message("Expires, in your time zone")
    String expiresAt();

    @Message("Make the key")
    String makeKey();

    @Message("all stories")
    String allStories();

    @Message("made by {who}, {time}")
    String madeBy(String who, String time);

    @Message("last used {time}")
    String lastUsed(String time);

    @Message("never used")
    String neverUsed();

    @Message("until {time}")
    String until(String time);

    @Message("revoked {time}")
    String revoked(String time);

    @Message("New secret")
    String rotate();

    @Message("Revoke")
    String revoke();

    @Message("History")
    String history();

    @Message("Copy")
    String copy();

    @Message("This is the only time that you can see it. Keep it where others cannot read it.")
    String onlyTime();

    @Message("Close")
    String close();

    // words for scripts

    @Message("The server cannot be reached. What you entered is still here; try again in a moment.")
    String sayUnreachable();

    @Message("You are not signed in any more. Sign in again in another tab, then come back and try again.")
    String saySignedOut();

    @Message("There is no party “[name]” yet.")
    String sayNoParty();

    @Message("will be accepted")
    String sayWillAccept();

    @Message("will be rejected")
    String sayWillReject();

    @Message("will be accepted, changed to")
    String sayWillChange();

    @Message("[done] of [all] decided: [accepted] accepted, [changed] changed, [rejected] rejected.")
    String sayProgress();

    @Message("Undone.")
    String sayUndone();

    @Message("There is nothing to undo.")
    String sayNothingToUndo();

    @Message("Decide on something first.")
    String sayNothingDecided();

    @Message("None of the rest is that sure.")
    String sayNoneOfThese();

    @Message("[count] more will be accepted.")
    String sayAcceptedMany();

    @Message("Somebody has changed this fact meanwhile.")
    String sayChangedMeanwhile();

    @Message("Load it again")
    String sayLoadAgain();

    @Message("This is the fact as it is now.")
    String sayLoadedAgain();

    @Message("Somebody else has decided on it.")
    String sayDecidedByOthers();

    @Message("Nothing is saved yet: some decisions cannot be taken so.")
    String sayAtFault();

    @Message("[sources] sources, [lineages] lineages")
    String saySupport();

    @Message("[count] decisions are saved.")
    String saySaved();

    @Message("the source itself")
    String sayItself();

    @Message("Secret of [key]")
    String saySecretOf();

    @Message("Copied")
    String sayCopied();

    @Message("Give “[key]” a new secret? The old one is refused at once.")
    String saySureToRotate();

    @Message("Revoke “[key]” for good?")
    String saySureToRevoke();

    @Message("made")
    String sayCreated();

    @Message("changed")
    String sayChanged();

    @Message("deleted")
    String sayDeleted();
}
