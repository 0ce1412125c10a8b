package org.crosscheck.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.crosscheck.web.SignInPage.Refusal;

/** What the page to sign in says. Why somebody is not signed in, is in {@code messages/signIn_en.properties}. */
@MessageBundle("signIn")
public interface SignInMessages {
    @Message("Sign in")
    String title();

    @Message("You are signed in as {name}.")
    String already(String name);

    @Message("Key")
    String key();

    @Message("The API key that an admin gave you. The first one is in the file admin.key in the server's data folder.")
    String keyHelp();

    @Message("Sign in with this key")
    String go();

    @Message("Sign in with the account of your organisation")
    String atIssuer();

    @Message
    String refused(Refusal refusal);
}
