package org.shishi.matter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.procedure.Act;
import org.shishi.procedure.PackError;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Procedure;
import org.shishi.procedure.Register;
import org.shishi.procedure.Spot;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * The checks and measures that packs name, found by name. A name without a class and a class without a name both end
 * the start: either is a rule that would silently not be kept.
 */
public final class Named {
    private static final String SHARED = "org.shishi.matter.checks";
    private static final String PACKS = "org.shishi.packs";
    private final Map<String, Object> byKey = new HashMap<>();

    private Named() {}

    public static Named of(Packs packs) {
        Named named = new Named();
        for (Procedure procedure : packs.procedures()) {
            procedure
                    .waiting()
                    .notes()
                    .forEach(note -> named.find(procedure.pack(), note.name(), Measure.class, note.spot()));
            for (Act act : procedure.acts().values()) {
                act.checks().forEach(check -> named.find(procedure.pack(), check.name(), Check.class, check.spot()));
            }
        }
        packs.list()
                .forEach(pack -> pack.registers()
                        .values()
                        .forEach(register -> register.columns().values().forEach(column -> {
                            if (column.source() instanceof Register.Source.Measured measured) {
                                named.find(pack.name(), measured.measure(), Measure.class, column.spot());
                            }
                        })));
        named.requireNoOthers();
        return named;
    }

    public Check check(String pack, String name) {
        return (Check) get(pack, name);
    }

    public Measure measure(String pack, String name) {
        return (Measure) get(pack, name);
    }

    private Object get(String pack, String name) {
        Object found = byKey.get(pack + "/" + name);
        if (found == null) {
            throw new IllegalStateException("no class for '" + name + "' of pack " + pack);
        }
        return found;
    }

    private void find(String pack, String name, Class<?> kind, Spot spot) {
        String simple = Arrays.stream(name.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
        for (String room : List.of(PACKS + "." + pack, SHARED)) {
            try {
                Class<?> type = Class.forName(room + "." + simple);
                byKey.put(
                        pack + "/" + name,
                        kind.cast(type.getDeclaredConstructor().newInstance()));
                return;
            } catch (ClassNotFoundException e) {
                // looked for in the next room
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw new PackError(spot + ": '" + room + "." + simple + "' is not a " + kind.getSimpleName()
                        + " with a constructor without arguments");
            }
        }
        throw spot.error("no class " + simple + " in " + PACKS + "." + pack + " or " + SHARED);
    }

    private void requireNoOthers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Check.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Measure.class));
        var used =
                byKey.values().stream().map(each -> each.getClass().getName()).collect(Collectors.toSet());
        scanner.findCandidateComponents(PACKS).forEach(found -> {
            if (!used.contains(found.getBeanClassName())) {
                throw new PackError("class " + found.getBeanClassName() + " is named in no pack");
            }
        });
    }
}
