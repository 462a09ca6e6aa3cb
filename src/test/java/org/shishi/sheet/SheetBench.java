package org.shishi.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.TestDatabase;
import org.shishi.matter.Command;
import org.shishi.matter.Outcome;
import org.shishi.matter.Scope;
import org.shishi.matter.TestOffice;
import org.shishi.people.Actor;
import org.shishi.procedure.Categories;

/**
 * How many entries a second the sheets are rebuilt at from entry 1, and how long reading them takes. Argument: how many
 * appeals, each with up to six entries.
 */
public final class SheetBench {
    private static final Scope ALL = new Scope(true, Set.of(), "");
    private static final Scope ONE_UNIT = new Scope(false, Set.of("chengguan"), "");
    private static final int AT_ONCE = 500;
    private static final List<String> SAID = List.of(
            "小区门口路灯三天不亮，夜里老人不敢出门",
            "自来水压力不够，五楼以上白天没有水",
            "工地夜间施工噪声扰民，孩子没法睡觉",
            "暖气片不热，室内只有十四度",
            "道路塌陷一个大坑，昨天有人骑车摔伤",
            "垃圾桶一周没人清理，气味很大",
            "公交车间隔太长，上学经常迟到",
            "社保补缴到哪个窗口办理",
            "物业不开发票还停电梯",
            "河道里有死鱼，水发黑发臭",
            "村里的路去年说修到今天没动",
            "商铺占道经营，轮椅过不去",
            "学校周边无证摊点多",
            "小额工程款拖欠半年",
            "医保异地报销需要哪些材料");

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final TestOffice office = TestOffice.over(TestDatabase.asDesk(database));
    private final SheetKeeper keeper = new SheetKeeper(office.setting(), office.matters());
    private final Sheets sheets = new Sheets(office.setting(), keeper);
    private final Figures figures = new Figures(office.setting(), sheets);
    private final Worklists worklists = new Worklists(office.setting());
    private final Random random = new Random(1);
    private final List<String> subjects = subjects();

    public static void main(String[] args) throws SQLException {
        SheetBench bench = new SheetBench();
        bench.play(args.length > 0 ? Integer.parseInt(args[0]) : 20_000);
        bench.rebuild();
        bench.read();
        bench.office.close();
        System.exit(0);
    }

    private static List<String> subjects() {
        Categories all = Objects.requireNonNull(
                TestOffice.PACKS.find("appeals").orElseThrow().categories().get("subjects"));
        return all.list().stream()
                .filter(category ->
                        all.list().stream().noneMatch(other -> other.parent().equals(Optional.of(category.code()))))
                .map(Categories.Category::code)
                .toList();
    }

    private void play(int appeals) {
        long start = System.nanoTime();
        for (int i = 0; i < appeals; i += AT_ONCE) {
            office.clock(LocalDate.of(2016, 1, 4).plusDays(i * 1800L / appeals) + "T09:00");
            List<String> numbers = open();
            follow(numbers, "dispatch", TestOffice.DISPATCHER, Map.of("unit", "chengguan"), 0.98);
            follow(numbers, "sign", TestOffice.CHENGGUAN, Map.of(), 0.98);
            follow(numbers, "answer", TestOffice.CHENGGUAN, Map.of("answer", "已到现场处理完毕"), 0.95);
            follow(
                    numbers,
                    "call-back",
                    TestOffice.CALLER_BACK,
                    Map.of("outcome", "resolved", "satisfaction", "satisfied"),
                    0.98);
            follow(numbers, "strike", TestOffice.SUPERVISOR, Map.of("proof", "现场照片三张"), 0.98);
        }
        System.out.printf("%d appeals on account after %.0f s%n", appeals, (System.nanoTime() - start) / 1e9);
    }

    private List<String> open() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Map<String, String> facts = new HashMap<>(TestOffice.appeal());
            facts.put("text", said() + "。" + said() + "，" + random.nextInt(400) + "号楼。" + said() + "。");
            facts.put("subject", subjects.get(random.nextInt(subjects.size())));
            commands.add(Command.open("appeal", "register", TestOffice.OPERATOR, facts, Command.Via.WEB));
        }
        return new ArrayList<>(office.desk().actAll(commands).stream()
                .map(TestOffice::recorded)
                .toList());
    }

    private String said() {
        return SAID.get(random.nextInt(SAID.size()));
    }

    private void follow(List<String> numbers, String act, Actor by, Map<String, String> facts, double share) {
        numbers.removeIf(number -> random.nextDouble() > share);
        List<Outcome> outcomes = office.desk()
                .actAll(numbers.stream()
                        .map(number -> Command.on(number, act, by, facts, Command.Via.WEB))
                        .toList());
        outcomes.forEach(TestOffice::recorded);
    }

    /** As the database does by itself once a minute. */
    private void analyze() throws SQLException {
        try (Connection c = database.getConnection()) {
            c.createStatement().execute("ANALYZE entry");
        }
    }

    private void rebuild() throws SQLException {
        for (int round = 0; round < 2; round++) {
            try (Connection c = office.setting().database().getConnection()) {
                c.createStatement().execute("DELETE FROM sheet.definition");
            }
            keeper.prepare();
            analyze();
            long start = System.nanoTime();
            keeper.catchUp();
            double seconds = (System.nanoTime() - start) / 1e9;
            long entries = sheets.asAt().position();
            System.out.printf("rebuild: %d entries in %.1f s, %.0f entries/s%n", entries, seconds, entries / seconds);
        }
    }

    private void read() {
        Query page = Query.all(50);
        time("register, first page", () -> sheets.page("appeals", ALL, page).total());
        time("one unit", () -> sheets.page("appeals", ONE_UNIT, page).total());
        time(
                "own",
                () -> sheets.page("appeals", new Scope(false, Set.of(), "citizen-9"), page)
                        .total());
        time(
                "search 路灯",
                () -> sheets.page("appeals", ALL, page.searching("路灯")).total());
        time(
                "search 路灯 375",
                () -> sheets.page("appeals", ALL, page.searching("路灯 375号")).total());
        time(
                "sort by due",
                () -> sheets.page("appeals", ALL, page.sorted("due")).total());
        time(
                "sort by subject",
                () -> sheets.page("appeals", ALL, page.sorted("subject")).total());
        time(
                "one stage",
                () -> sheets.page("appeals", ALL, page.where("stage", "signed")).total());
        time(
                "late",
                () -> sheets.page("appeals", ALL, page.where("late", "true")).total());
        time(
                "one year",
                () -> sheets.page(
                                "appeals",
                                ALL,
                                page.where("registered.from", "2018-01-01").where("registered.to", "2018-12-31"))
                        .total());
        time(
                "figure received by month",
                () -> figures.get("received", Figures.Asked.ALL.by("month")).rows());
        time(
                "figure received by subject",
                () -> figures.get("received", Figures.Asked.ALL.by("subject")).rows());
        time(
                "median by month",
                () -> figures.get("answer-time", Figures.Asked.ALL.by("month")).rows());
        time(
                "worklist of a dispatcher",
                () -> worklists.of(TestOffice.DISPATCHER, Optional.empty(), 50).total());
        time(
                "worklist of a unit",
                () -> worklists.of(TestOffice.CHENGGUAN, Optional.empty(), 50).total());
    }

    /** Something to read that says how many rows it is made of. */
    private interface Reading {
        long rows();
    }

    private static void time(String what, Reading reading) {
        long[] took = new long[9];
        long rows = 0;
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            rows = reading.rows();
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf("%-28s %8d rows  median %7.1f ms%n", what, rows, took[took.length / 2] / 1e6);
    }
}
