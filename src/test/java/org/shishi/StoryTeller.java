package org.shishi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.calendar.WorkingDays;
import org.shishi.ledger.Entry;
import org.shishi.matter.Command;
import org.shishi.matter.Desk;
import org.shishi.matter.Due;
import org.shishi.matter.Matter;
import org.shishi.matter.Outcome;
import org.shishi.matter.Refusal;
import org.shishi.matter.Standing;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;
import org.shishi.people.DemoCity;
import org.shishi.people.Post;
import org.shishi.post.TestPost;
import org.shishi.procedure.Yaml;
import org.shishi.watch.Rounds;

/** Plays one story; packs/appeals/stories/README.md says what its keywords mean. */
final class StoryTeller implements AutoCloseable {
    private static final Set<String> STEP = Set.of(
            "by",
            "act",
            "at",
            "happened",
            "facts",
            "files",
            "via",
            "matter",
            "slip",
            "expecting",
            "refused",
            "field",
            "then",
            "clock",
            "rings",
            "post",
            "tells",
            "tells-not",
            "procedure",
            "opens",
            "cut",
            "nodes");
    private static final Set<String> THEN = Set.of(
            "stage",
            "holder",
            "number",
            "entries",
            "again",
            "due",
            "basis",
            "late",
            "overdue",
            "times",
            "document",
            "links");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Yaml story;
    private final PGSimpleDataSource database = TestDatabase.asDesk(TestDatabase.fresh());
    private TestOffice office = TestOffice.over(database);
    private final Map<String, Actor> people = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    StoryTeller(Yaml story) {
        this.story = story;
        story.map(Set.of("story", "given", "steps"));
        DemoCity.find(TestOffice.CITY).orElseThrow().actors().forEach(actor -> people.put(actor.account(), actor));
        Yaml given = story.get("given");
        given.map(Set.of("at", "roster", "people"));
        office.clock(given.get("at").text());
        given.find("people")
                .ifPresent(more -> more.map().forEach((name, posts) -> people.put(name, actor(name, posts))));
    }

    /** {@code caller} is whoever has the query code of the matter the step is about, and speaks for themselves before. */
    private Actor actor(Yaml step) {
        String name = step.get("by").text();
        return name.equals("caller")
                ? Actor.callerOf(numbers.getOrDefault(name(step), ""))
                : Optional.ofNullable(people.get(name))
                        .orElseThrow(() -> step.get("by").spot().error("nobody of that name"));
    }

    private static Actor actor(String name, Yaml posts) {
        List<Post> held = posts.texts().stream()
                .map(post -> new Post(post.split("@")[0], post.split("@")[1]))
                .toList();
        return new Actor(name, name, held);
    }

    void tell() {
        story.get("steps").list().forEach(this::step);
    }

    private void step(Yaml step) {
        step.map(STEP);
        if (step.find("clock").isPresent()) {
            round(step);
        } else if (step.find("post").isPresent()) {
            post(step);
        } else if (step.find("act").isPresent()) {
            act(step);
        } else {
            then(step.get("then"), step, Optional.empty());
        }
    }

    private void round(Yaml step) {
        office.clock(step.get("clock").text());
        List<String> rung = rung(step);
        step.find("rings")
                .ifPresent(rings -> assertEquals(rings.texts().stream().sorted().toList(), rung, at(step)));
        step.find("then").ifPresent(then -> then(then, step, Optional.empty()));
    }

    /** The post goes its round, with couriers that deliver whatever can be delivered. */
    private void post(Yaml step) {
        office.clock(step.get("post").text());
        TestPost.Round round = TestPost.round(office);
        assertEquals(expected(step, "tells"), round.told(), at(step));
        assertEquals(expected(step, "tells-not"), round.untold(), at(step));
        step.find("then").ifPresent(then -> then(then, step, Optional.empty()));
    }

    private static List<String> expected(Yaml step, String what) {
        return step.find(what).map(Yaml::texts).orElse(List.of()).stream()
                .sorted()
                .toList();
    }

    private List<String> rung(Yaml step) {
        int nodes = step.find("nodes").map(Yaml::number).orElse(1);
        String cut = step.find("cut").map(Yaml::text).orElse("");
        List<Desk.Past> past = cut.equals("before") ? broken(step) : together(nodes);
        if (!cut.isEmpty()) {
            restart();
        }
        return past.stream().map(Desk.Past::deadline).sorted().toList();
    }

    /** A round of a node whose power fails when it is about to commit. */
    private List<Desk.Past> broken(Yaml step) {
        try (TestOffice dying =
                TestOffice.over(PowerCut.at(database)).clock(step.get("clock").text())) {
            assertThrows(RuntimeException.class, () -> new Rounds(dying.desk()).go(dying.now()), at(step));
        }
        return List.of();
    }

    /** The node goes down with all it remembered, and comes up again on the same database and clock. */
    private void restart() {
        String now = MINUTE.format(LocalDateTime.ofInstant(office.now(), WorkingDays.ZONE));
        office.close();
        office = TestOffice.over(database).clock(now);
    }

    /** Nodes that go their round at the same moment, each with a memory of its own. */
    private List<Desk.Past> together(int nodes) {
        List<TestOffice> others = java.util.stream.IntStream.range(1, nodes)
                .mapToObj(_ -> TestOffice.over(database))
                .toList();
        String now = MINUTE.format(LocalDateTime.ofInstant(office.now(), WorkingDays.ZONE));
        try {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(office), others.stream())
                    .parallel()
                    .flatMap(each -> new Rounds(each.clock(now).desk()).go(each.now()).stream())
                    .toList();
        } finally {
            others.forEach(TestOffice::close);
        }
    }

    private void act(Yaml step) {
        office.clock(step.get("at").text());
        Outcome outcome = office.desk().act(command(step));
        Optional<Yaml> refused = step.find("refused");
        switch (outcome) {
            case Outcome.Recorded recorded -> {
                assertTrue(refused.isEmpty(), () -> at(step) + ": recorded, but the story says refused");
                recorded.entry().number().ifPresent(number -> numbers.putIfAbsent(name(step), number));
                step.find("opens").ifPresent(name -> numbers.put(name.text(), opened(recorded.entry())));
            }
            case Outcome.Refused no -> {
                assertTrue(refused.isPresent(), () -> at(step) + ": " + no.why());
                assertEquals(
                        refused.get().texts(),
                        no.why().stream().map(Refusal::name).toList(),
                        at(step));
                step.find("field").ifPresent(field -> assertEquals(field.texts(), fields(no), at(step)));
            }
        }
        step.find("then").ifPresent(then -> then(then, step, Optional.of(outcome)));
    }

    /** The number of the matter that an entry opened besides. */
    private String opened(Entry entry) {
        return office.matters().linked(entry.matter()).stream()
                .filter(matter -> matter.standing().matter() == entry.position() + 1)
                .map(matter -> matter.standing().number())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(Outcome.Refused no) {
        return no.why().stream()
                .flatMap(each ->
                        each instanceof Refusal.InTheForm form ? form.field().stream() : java.util.stream.Stream.of())
                .toList();
    }

    private static String name(Yaml step) {
        return step.find("matter").map(Yaml::text).orElse("");
    }

    private static String at(Yaml step) {
        return step.spot().toString();
    }

    private Command command(Yaml step) {
        String act = step.get("act").text();
        Actor by = actor(step);
        Map<String, String> facts = facts(step);
        step.find("files").ifPresent(files -> files.map().forEach((field, sorts) -> facts.put(field, sent(by, sorts))));
        Command.Via via = Command.Via.valueOf(
                step.find("via").map(Yaml::text).orElse("web").toUpperCase(java.util.Locale.ROOT));
        boolean opens = TestOffice.PACKS
                .findProcedure(procedure(step))
                .orElseThrow()
                .findAct(act)
                .filter(a -> a.opens())
                .isPresent();
        Command command = opens
                ? Command.open(procedure(step), act, by, facts, via)
                : Command.on(numbers.getOrDefault(name(step), "none"), act, by, facts, via);
        Command slipped =
                step.find("slip").map(slip -> command.slip(slip.text())).orElse(command);
        Command timed = step.find("happened")
                .map(happened -> slipped.at(TestOffice.at(happened.text())))
                .orElse(slipped);
        return step.find("expecting")
                .map(seen -> timed.expecting(position(step, seen.number())))
                .orElse(timed);
    }

    /** Sends files and answers the lines that name them. */
    private String sent(Actor by, Yaml sorts) {
        List<String> lines = new ArrayList<>();
        for (String sort : sorts.texts()) {
            boolean ofAnother = sort.equals("of-another");
            lines.add(office.file(ofAnother ? TestOffice.ADMIN : by, ofAnother ? "photo" : sort, lines.size()));
        }
        return String.join("\n", lines);
    }

    private static String procedure(Yaml step) {
        return step.find("procedure").map(Yaml::text).orElse("appeal");
    }

    /** The position of a matter's n-th entry; one that it has not yet is expected in vain. */
    private long position(Yaml step, int n) {
        var said = office.matters().get(numbers.getOrDefault(name(step), "")).said();
        return n <= said.size() ? said.get(n - 1).entry().position() : Long.MAX_VALUE;
    }

    private static Map<String, String> facts(Yaml step) {
        Map<String, String> facts = new LinkedHashMap<>();
        step.find("facts")
                .ifPresent(all -> all.map().forEach((name, value) -> {
                    if (value.isMap()) {
                        value.map().forEach((part, text) -> facts.put(name + "." + part, text.text()));
                    } else {
                        facts.put(name, value.text());
                    }
                }));
        return facts;
    }

    private void then(Yaml then, Yaml step, Optional<Outcome> outcome) {
        then.map(THEN);
        Matter matter = office.matters().get(numbers.getOrDefault(name(step), ""));
        Standing standing = matter.standing();
        same(then, "stage", standing.stage());
        same(then, "holder", standing.holder().orElse(""));
        same(then, "number", standing.number());
        same(then, "entries", Integer.toString(matter.said().size()));
        same(then, "late", Boolean.toString(standing.isLate(office.now())));
        same(then, "overdue", Integer.toString(standing.times("overdue")));
        outcome.ifPresent(came ->
                same(then, "again", Boolean.toString(came instanceof Outcome.Recorded recorded && recorded.again())));
        then.find("due").ifPresent(due -> dues(texts(due), dues(standing), at(then)));
        then.find("times")
                .ifPresent(times -> texts(times)
                        .forEach((act, often) ->
                                assertEquals(often, Integer.toString(standing.times(act)), at(then) + " " + act)));
        then.find("document").ifPresent(document -> assertEquals(document.text(), document(matter), at(then)));
        then.find("links").ifPresent(links -> assertEquals(links.texts(), links(standing), at(then)));
        then.find("basis")
                .ifPresent(basis -> texts(basis)
                        .forEach((deadline, words) -> assertTrue(
                                standing.findDue(deadline)
                                        .filter(due -> due.basis().contains(words))
                                        .isPresent(),
                                at(then))));
    }

    /** Only the deadlines named are compared; {@code none} says that one does not run, {@code {}} that none does. */
    private static void dues(Map<String, String> said, Map<String, String> are, String at) {
        if (said.isEmpty()) {
            assertEquals(Map.of(), are, at);
        }
        said.forEach((deadline, due) -> assertEquals(due, are.getOrDefault(deadline, "none"), at + " " + deadline));
    }

    /** The number of the document issued last. */
    private static String document(Matter matter) {
        return matter.said().stream()
                .filter(each -> !each.entry().opens())
                .flatMap(each -> each.entry().number().stream())
                .reduce("", (_, later) -> later);
    }

    private List<String> links(Standing standing) {
        return office.matters().linked(standing.matter()).stream()
                .map(matter -> matter.standing().number())
                .sorted()
                .toList();
    }

    private static void same(Yaml then, String what, String is) {
        then.find(what).ifPresent(said -> assertEquals(said.text(), is, said.spot() + " " + what));
    }

    private static Map<String, String> texts(Yaml map) {
        Map<String, String> texts = new HashMap<>();
        map.map().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private static Map<String, String> dues(Standing standing) {
        Map<String, String> dues = new HashMap<>();
        for (Due due : standing.dues()) {
            String at = MINUTE.format(LocalDateTime.ofInstant(due.at(), WorkingDays.ZONE));
            dues.put(due.deadline(), due.stoppedAt().isPresent() ? "stopped" : at);
        }
        return dues;
    }

    @Override
    public void close() {
        office.close();
    }
}
