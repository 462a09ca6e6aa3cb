package org.shishi.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All packs of this city, read and checked; and the earlier versions that matters still stand under. */
public final class Packs {
    private final PackFiles files;
    private final Map<String, Pack> packs;
    private final Map<String, Procedure> current;
    private final Map<String, Procedure> byUnder = new ConcurrentHashMap<>();
    private final Words words;

    private Packs(PackFiles files, Map<String, Pack> packs, Words words) {
        this.files = files;
        this.packs = packs;
        this.words = words;
        Map<String, Procedure> procedures = new LinkedHashMap<>();
        packs.values().forEach(pack -> procedures.putAll(pack.procedures()));
        this.current = Map.copyOf(procedures);
        current.values().forEach(procedure -> byUnder.put(procedure.under(), procedure));
    }

    /** Reads every pack; the first mistake ends it with a {@link PackError}. */
    public static Packs read(PackFiles files) {
        Map<String, Pack> packs = new LinkedHashMap<>();
        files.list().forEach(name -> packs.put(name, PackReader.read(files, name)));
        Packs all = new Packs(files, packs, Words.read(files, packs.keySet()));
        PacksCheck.of(all);
        return all;
    }

    public Collection<Pack> list() {
        return packs.values();
    }

    public Optional<Pack> find(String name) {
        return Optional.ofNullable(packs.get(name));
    }

    public Collection<Procedure> procedures() {
        return current.values();
    }

    public Optional<Procedure> findProcedure(String name) {
        return Optional.ofNullable(current.get(name));
    }

    /** The version an entry was made under. */
    public Optional<Procedure> findUnder(String under) {
        return Optional.ofNullable(byUnder.get(under));
    }

    /** Makes an earlier version known, from the text kept when it was in force. */
    public Procedure remember(String pack, String source) {
        Procedure earlier = PackReader.reread(files, pack, source);
        return byUnder.computeIfAbsent(earlier.under(), under -> earlier);
    }

    public Pack packOf(Procedure procedure) {
        return Optional.ofNullable(packs.get(procedure.pack()))
                .orElseThrow(() -> new IllegalStateException("no pack " + procedure.pack()));
    }

    /** The tree a category field is chosen from. */
    public Optional<Categories> categories(Procedure procedure, Field field) {
        return field.of().map(of -> packOf(procedure).categories().get(of));
    }

    /** What a duty reaches in a procedure's pack. */
    public Duty duty(Procedure procedure, String duty) {
        return packOf(procedure).duties().getOrDefault(duty, Duty.none(duty));
    }

    public Optional<Register> findRegister(String name) {
        return registers().stream()
                .filter(register -> register.name().equals(name))
                .findFirst();
    }

    public List<Register> registers() {
        return packs.values().stream()
                .flatMap(pack -> pack.registers().values().stream())
                .toList();
    }

    public List<Figure> figures() {
        return packs.values().stream()
                .flatMap(pack -> pack.figures().values().stream())
                .toList();
    }

    /** What the caller of a matter under this procedure may follow; nothing when that is for the office alone. */
    public Optional<Published.Followed> findFollowed(Procedure procedure) {
        return Optional.ofNullable(packOf(procedure).published().followed().get(procedure.name()));
    }

    public Set<String> names() {
        return packs.keySet();
    }

    public Words words() {
        return words;
    }
}
