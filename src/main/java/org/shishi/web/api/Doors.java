package org.shishi.web.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shishi.people.Actor;
import org.shishi.web.Say;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Leads requests of programs to who answers them. A servlet of its own, since every microsecond here is paid for by each
 * of thousands of registrations a second, and since whatever goes wrong under these paths is answered as a problem.
 */
final class Doors extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final transient List<Route> routes;
    private final transient Bearers bearers;
    private final transient ApiProblems problems;
    private final transient Language language;

    /** Which language a request is answered in. */
    interface Language {
        Say of(HttpServletRequest request);
    }

    Doors(List<Route.Door> doors, Bearers bearers, ApiProblems problems, Language language) {
        this.routes = doors.stream().flatMap(door -> door.routes().stream()).toList();
        this.bearers = bearers;
        this.problems = problems;
        this.language = language;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer;
        try {
            answer = answer(request);
        } catch (RuntimeException thrown) {
            answer = problem(request, thrown);
        }
        answer.send(response, !request.getMethod().equals("HEAD"));
    }

    private Answer problem(HttpServletRequest request, RuntimeException thrown) {
        Answer answer = problems.of(thrown, language.of(request));
        if (problems.status(thrown) == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        }
        return answer;
    }

    private Answer answer(HttpServletRequest request) {
        List<String> path = Route.parts(path(request));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<List<String>> left = route.match(path);
                if (left.isPresent()) {
                    note(request, route);
                    return answer(route, new Call(request, left.get(), () -> language.of(request)));
                }
            }
        }
        return elsewhere(method, path);
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    /** Measurements are kept by pattern, not by matter. */
    private static void note(HttpServletRequest request, Route route) {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern("/" + String.join("/", route.pattern())));
    }

    private Answer answer(Route route, Call call) {
        return switch (route.handler()) {
            case Route.Handler.Open open -> open.answer(call);
            case Route.Handler.Known known -> {
                Actor actor = bearers.actor(call);
                yield known.answer(call, actor);
            }
        };
    }

    /** The path is unknown, or known to other methods. */
    private Answer elsewhere(String method, List<String> path) {
        List<Route> here = new ArrayList<>(routes);
        here.removeIf(route -> route.match(path).isEmpty());
        if (here.isEmpty()) {
            throw Wrong.notFound("/" + String.join("/", path));
        }
        String allowed = here.stream()
                .map(Route::method)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
        if (method.equals("OPTIONS")) {
            return Answer.empty(HttpStatus.NO_CONTENT.value()).with("Allow", allowed);
        }
        throw Wrong.of(HttpStatus.METHOD_NOT_ALLOWED, "method", allowed);
    }
}
