package org.shishi.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Whoever is not signed in is shown the way to the form; whoever may not, is told so on a page. A form sent after the
 * session ended is kept until its writer has signed in again; one that another site sent is refused.
 */
@Component
@Profile("!command")
final class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final LoginUrlAuthenticationEntryPoint door = new LoginUrlAuthenticationEntryPoint("/sign-in");
    private final Problems problems;

    TurnedAway(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Refresh", "true"); // the whole page leads to the door, a part of it cannot
            return;
        }
        door.commence(request, response, why);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && request.getHeader("HX-Request") == null && isOurForm(request)) {
            Kept.keep(request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getRequestURI());
            return;
        }
        if (why instanceof CsrfException && isAsking(request.getRequestURI())) {
            response.sendRedirect(request.getRequestURI());
            return;
        }
        if (why instanceof CsrfException && isOfTheFrame(request.getRequestURI())) {
            response.sendRedirect("/sign-in");
            return;
        }
        problems.write(request, response, HttpStatus.FORBIDDEN, "problem.forbidden");
    }

    /** What anybody asks without signing in is asked again: nothing much was typed, and a code is not kept. */
    private static boolean isAsking(String path) {
        return path.equals("/track") || path.equals("/verify");
    }

    private static boolean isOfTheFrame(String path) {
        return path.startsWith("/sign-") || path.equals("/track/leave") || path.equals("/find");
    }

    /** Passwords are not kept. */
    private static boolean isOurForm(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isForm = path.startsWith("/matters/") || path.equals("/say") || path.startsWith("/track/");
        return isForm && !path.equals("/track/leave") && !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
