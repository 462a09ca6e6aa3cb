package org.shishi.procedure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one pack from its files. Every mistake is a {@link PackError} that says file, line and what was expected. */
public final class PackReader {
    private final PackFiles files;
    private final String pack;
    private final Map<String, Categories> categories = new LinkedHashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();

    private PackReader(PackFiles files, String pack) {
        this.files = files;
        this.pack = pack;
    }

    static Pack read(PackFiles files, String pack) {
        return new PackReader(files, pack).read();
    }

    private Pack read() {
        Yaml yaml = Yaml.of("packs/" + pack + "/pack.yaml", files.get(pack + "/pack.yaml"));
        yaml.map(Keywords.PACK);
        prepare(yaml);
        Map<String, Procedure> procedures = new LinkedHashMap<>();
        for (String file : files.procedures(pack)) {
            Procedure procedure = procedure("packs/" + file, files.get(file));
            procedures.put(procedure.name(), procedure);
        }
        Map<String, Register> registers = registers(yaml, procedures);
        Map<String, Duty> duties = duties(yaml, procedures);
        Map<String, Figure> figures = figures(yaml, registers, duties);
        return new Pack(
                yaml.get("pack").text(),
                duties,
                categories,
                procedures,
                dated(procedures),
                registers,
                figures,
                yaml.find("public")
                        .map(said -> Published.read(said, procedures, figures))
                        .orElse(Published.NOTHING),
                knowledge(yaml),
                vague(yaml, procedures));
    }

    private static Vague vague(Yaml yaml, Map<String, Procedure> procedures) {
        return yaml.find("vague")
                .map(said -> Vague.read(said, procedures.values()))
                .orElse(Vague.NONE);
    }

    private static Map<String, Duty> duties(Yaml yaml, Map<String, Procedure> procedures) {
        Set<String> acts = procedures.values().stream()
                .flatMap(procedure -> procedure.acts().keySet().stream())
                .collect(Collectors.toSet());
        Map<String, Duty> duties = new LinkedHashMap<>();
        yaml.find("duties")
                .ifPresent(all -> all.map().forEach((name, duty) -> duties.put(name, Duty.read(name, duty, acts))));
        return duties;
    }

    /** Classes are read once; tables are read again for each procedure, whose fields are their keys. */
    private void prepare(Yaml yaml) {
        yaml.find("categories")
                .ifPresent(all -> all.map()
                        .forEach((name, file) ->
                                categories.put(name, Categories.read(name, "packs/" + path(file), text(file)))));
        yaml.find("tables")
                .ifPresent(all -> all.map().forEach((name, file) -> {
                    text(file);
                    tables.put(name, path(file));
                }));
    }

    private String path(Yaml file) {
        return pack + "/" + file.text();
    }

    private String text(Yaml file) {
        return files.find(path(file)).orElseThrow(() -> file.spot().error("file '" + file.text() + "' is missing"));
    }

    /** Reads a procedure; also an earlier version of one, from the text kept when it was in force. */
    Procedure procedure(String file, String source) {
        Yaml yaml = Yaml.of(file, source);
        Map<String, Field> fields = Procedure.fields(yaml);
        fields.values().forEach(this::classesKnown);
        Map<String, DatedTable> read = new LinkedHashMap<>();
        tables.forEach((name, path) ->
                read.put(name, DatedTable.read(name, "packs/" + path, files.get(path), fields, categories)));
        return Procedure.read(yaml, pack, hash(source), source, read, fields);
    }

    private void classesKnown(Field field) {
        if (field.kind() == Field.Kind.CATEGORY
                && !categories.containsKey(field.of().orElse(""))) {
            throw field.spot()
                    .error("unknown categories '" + field.of().orElse("") + "'; expected one of "
                            + categories.keySet());
        }
    }

    private Map<String, DatedTable> dated(Map<String, Procedure> procedures) {
        Map<String, DatedTable> read = new LinkedHashMap<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        procedures.values().forEach(procedure -> fields.putAll(procedure.fields()));
        tables.forEach((name, path) ->
                read.put(name, DatedTable.read(name, "packs/" + path, files.get(path), fields, categories)));
        return read;
    }

    private static Map<String, Register> registers(Yaml yaml, Map<String, Procedure> procedures) {
        Map<String, Register> registers = new LinkedHashMap<>();
        yaml.find("registers")
                .ifPresent(all -> all.map().forEach((name, said) -> {
                    Register register = Register.read(name, said);
                    for (String of : register.of()) {
                        RegisterCheck.of(
                                register,
                                Optional.ofNullable(procedures.get(of))
                                        .orElseThrow(() -> said.spot().error("unknown procedure '" + of + "'")));
                    }
                    registers.put(name, register);
                }));
        return registers;
    }

    private static Map<String, Figure> figures(Yaml yaml, Map<String, Register> registers, Map<String, Duty> duties) {
        Map<String, Figure> figures = yaml.find("figures")
                .map(said -> Figure.readAll(said, registers))
                .orElse(Map.of());
        figures.values()
                .forEach(figure -> figure.about()
                        .filter(duty -> !duties.containsKey(duty))
                        .ifPresent(duty -> {
                            throw figure.spot()
                                    .error("unknown duty '" + duty + "'; expected one of " + duties.keySet());
                        }));
        return figures;
    }

    private List<Knowledge> knowledge(Yaml yaml) {
        return yaml.find("knowledge")
                .map(file -> Knowledge.readAll("packs/" + path(file), text(file), categories.values()))
                .orElse(List.of());
    }

    /** First 64 bits of the content's SHA-256: enough to tell versions apart, short enough to stand in every entry. */
    static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Procedure reread(PackFiles files, String pack, String source) {
        PackReader reader = new PackReader(files, pack);
        reader.prepare(Yaml.of("packs/" + pack + "/pack.yaml", files.get(pack + "/pack.yaml")));
        return reader.procedure("packs/" + pack + "/(an earlier version)", source);
    }
}
