package org.shishi.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.people.Actor;

/**
 * Which requests go where.
 *
 * @param pattern of the path: a part {@code *} stands for any one part, a last {@code **} for all that follows
 */
public record Route(String method, List<String> pattern, Handler handler) {
    private static final String ONE = "*";
    private static final String REST = "**";

    /** Who answers. */
    public sealed interface Handler {
        /** Anybody may ask. */
        non-sealed interface Open extends Handler {
            Answer answer(Call call);
        }

        /** Only whoever shows a token. */
        non-sealed interface Known extends Handler {
            Answer answer(Call call, Actor actor);
        }
    }

    /** Something that answers on some routes. */
    public interface Door {
        List<Route> routes();
    }

    public static Route open(String method, String path, Handler.Open handler) {
        return new Route(method, parts(path), handler);
    }

    public static Route known(String method, String path, Handler.Known handler) {
        return new Route(method, parts(path), handler);
    }

    static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The open parts of a path; empty when it does not fit. */
    Optional<List<String>> match(List<String> path) {
        boolean withRest = pattern.getLast().equals(REST);
        int fixed = withRest ? pattern.size() - 1 : pattern.size();
        if (withRest ? path.size() <= fixed : path.size() != fixed) {
            return Optional.empty();
        }
        List<String> left = new ArrayList<>();
        for (int i = 0; i < fixed; i++) {
            if (pattern.get(i).equals(ONE)) {
                left.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        if (withRest) {
            left.add(String.join("/", path.subList(fixed, path.size())));
        }
        return Optional.of(left);
    }
}
