package org.shishi.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file together with where it stands. Reads only what it is asked for; a keyword nobody asked for,
 * a doubled keyword or a value of the wrong shape is a {@link PackError} with file and line.
 */
public final class Yaml {
    private final String file;
    private final Node node;

    private Yaml(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    public static Yaml of(String file, String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> new Yaml(file, node))
                    .orElseThrow(() -> new Spot(file, 1).error("the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Spot(file, line).error("not readable as YAML: " + e.getProblem());
        }
    }

    public Spot spot() {
        return new Spot(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    /** The keywords of this mapping, in the order written. */
    public Map<String, Yaml> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw spot().error("expected a mapping of names to values");
        }
        Map<String, Yaml> all = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            Yaml key = new Yaml(file, tuple.getKeyNode());
            if (all.put(key.text(), new Yaml(file, tuple.getValueNode())) != null) {
                throw key.spot().error("'" + key.text() + "' stands here twice");
            }
        });
        return all;
    }

    /** As {@link #map()}, but only these keywords may occur. */
    public Map<String, Yaml> map(Set<String> known) {
        Map<String, Yaml> all = map();
        all.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.spot().error("unknown keyword '" + key + "'; expected one of " + new TreeSet<>(known));
            }
        });
        return all;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw spot().error("expected a single value");
    }

    public int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw spot().error("expected a whole number, found '" + text() + "'");
        }
    }

    public boolean yes() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw spot().error("expected true or false, found '" + text() + "'");
        };
    }

    /** A list, or a single value standing for a list of one. */
    public List<Yaml> list() {
        if (node instanceof SequenceNode sequence) {
            List<Yaml> all = new ArrayList<>();
            sequence.getValue().forEach(item -> all.add(new Yaml(file, item)));
            return List.copyOf(all);
        }
        return List.of(this);
    }

    public List<String> texts() {
        return list().stream().map(Yaml::text).toList();
    }

    /** The value under a keyword that must be there. */
    public Yaml get(String key) {
        return find(key).orElseThrow(() -> spot().error("'" + key + "' is missing"));
    }

    public Optional<Yaml> find(String key) {
        return Optional.ofNullable(map().get(key));
    }
}
