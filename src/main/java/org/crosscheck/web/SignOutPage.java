package org.crosscheck.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.crosscheck.access.ForEverybody;
import org.crosscheck.access.SignIn;

/** {@code /sign-out}: the button on every page. */
@Path("/sign-out")
@Blocking
public class SignOutPage {
    private final SignIn signIn;

    SignOutPage(SignIn signIn) {
        this.signIn = signIn;
    }

    @POST
    @ForEverybody
    public Response out(@Context RoutingContext call) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/")
                .cookie(signIn.out(call))
                .build();
    }
}
