package org.shishi.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** The bodies that requests may have. */
final class Bodies {
    private static final int MOST = 1000;
    private static final Set<String> OPENING = Set.of("procedure", "act", "facts", "happenedAt");
    private static final Set<String> ENTRY = Set.of("act", "facts", "happenedAt");
    private static final Set<String> ANY =
            Set.of("procedure", "matter", "act", "facts", "happenedAt", "key", "expecting");

    private Bodies() {}

    /** One command of a batch, or what is wrong with it. */
    sealed interface Item {
        record Read(Draft draft) implements Item {}

        record Bad(Wrong wrong) implements Item {}
    }

    static Draft opening(byte[] body) {
        return whole(body, json -> DraftReader.read(json, OPENING, ""));
    }

    static Draft entry(byte[] body) {
        return whole(body, json -> DraftReader.read(json, ENTRY, ""));
    }

    /** {@code {"commands": […]}}: a command that makes no sense does not spoil the others; JSON that is none spoils all. */
    static List<Item> batch(byte[] body) {
        return whole(body, Bodies::commands);
    }

    private static List<Item> commands(JsonParser json) {
        boolean isRight = json.currentToken() == JsonToken.START_OBJECT
                && json.nextToken() == JsonToken.PROPERTY_NAME
                && json.currentName().equals("commands")
                && json.nextToken() == JsonToken.START_ARRAY;
        if (!isRight) {
            throw Wrong.at("/commands", "commands-wanted");
        }
        List<Item> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST) {
                throw Wrong.of(HttpStatus.CONTENT_TOO_LARGE, "too-many", Integer.toString(MOST));
            }
            items.add(item(json, items.size()));
        }
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw Wrong.at("", "commands-wanted");
        }
        return items;
    }

    private static Item item(JsonParser json, int index) {
        String at = "/commands/" + index;
        boolean isPlain = !json.currentToken().isStructStart();
        int depth = json.streamReadContext().getNestingDepth();
        try {
            return new Item.Read(DraftReader.read(json, ANY, at));
        } catch (Wrong wrong) {
            while (!isPlain && json.streamReadContext().getNestingDepth() >= depth) {
                json.nextToken();
            }
            return new Item.Bad(wrong);
        }
    }

    /** One object of texts, and of no other members than these. */
    static Map<String, String> texts(byte[] body, Set<String> members) {
        return whole(body, json -> texts(json, members));
    }

    private static Map<String, String> texts(JsonParser json, Set<String> members) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw Wrong.at("", "object-wanted");
        }
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            String at = "/" + Draft.pointed(name);
            if (!members.contains(name)) {
                throw Wrong.at(
                        at,
                        "unknown-member",
                        String.join(", ", members.stream().sorted().toList()));
            }
            if (json.nextToken() != JsonToken.VALUE_STRING || !Call.isPlain(json.getString())) {
                throw Wrong.at(at, "text-wanted");
            }
            texts.put(name, json.getString());
        }
        return texts;
    }

    private static <T> T whole(byte[] body, Function<JsonParser, T> reading) {
        try (JsonParser json = JsonText.read(body)) {
            json.nextToken();
            T read = reading.apply(json);
            if (json.nextToken() != null) {
                throw Wrong.at("", "more-behind");
            }
            return read;
        } catch (StreamConstraintsException e) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "too-deep-or-long");
        } catch (JacksonException e) {
            throw Wrong.of(HttpStatus.BAD_REQUEST, "no-json", spot(e));
        }
    }

    /** Line and column of the first character that is no JSON. */
    private static String spot(JacksonException e) {
        return Optional.ofNullable(e.getLocation())
                .map(spot -> spot.getLineNr() + ":" + spot.getColumnNr())
                .orElse("?");
    }
}
