package org.shishi.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.shishi.matter.Following;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.shishi.shell.bench.AdviceBench;
import org.shishi.shell.bench.DeskBench;
import org.shishi.shell.bench.HttpBench;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./shishi bench …}: how fast it is on this machine, always as a ratio against something named. */
@Command(
        name = "bench",
        description = "Measure speed on this machine, in an office made for it and thrown away afterwards.",
        synopsisSubcommandLabel = "(desk | http | advice)")
final class Bench {
    /** To pass through: run by root, PostgreSQL works there as somebody else. */
    private static final FileAttribute<Set<PosixFilePermission>> OPEN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

    private final Program program;

    Bench(Program program) {
        this.program = program;
    }

    /** Measures in an office of its own. */
    private interface Measuring {
        void in(Premises premises) throws Exception;
    }

    private static int measure(Measuring measuring) throws Exception {
        Path folder = Files.createTempDirectory("shishi-bench", OPEN);
        try {
            measuring.in(new Premises().in(folder));
        } finally {
            Folder.clear(folder);
        }
        return 0;
    }

    @Command(
            name = "desk",
            mixinStandardHelpOptions = true,
            description =
                    "Acts a second through the whole desk, against one transaction an act and a bare insert, and after many entries.")
    int desk(
            @Option(
                            names = "--callers",
                            split = ",",
                            defaultValue = "1,8,64,512",
                            paramLabel = "N",
                            description = "How many call at once, one measurement each (${DEFAULT-VALUE}).")
                    List<Integer> callers,
            @Option(
                            names = "--seconds",
                            defaultValue = "8",
                            paramLabel = "S",
                            description = "How long each measurement lasts (${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--fill",
                            defaultValue = "1000000",
                            paramLabel = "ENTRIES",
                            description = "Entries the ledger is filled to before it is measured again; 0 for not again"
                                    + " (${DEFAULT-VALUE}).")
                    long fill)
            throws Exception {
        var plan = new DeskBench.Plan(callers, Duration.ofSeconds(seconds), fill);
        return measure(premises -> {
            try (ConfigurableApplicationContext context = program.work(premises)) {
                found(context, premises);
                new DeskBench(context.getBean(Setting.class), context.getBean(Versions.class), plan, System.out).run();
            }
        });
    }

    @Command(
            name = "http",
            mixinStandardHelpOptions = true,
            description =
                    "Registrations a second through the API, one and a hundred a request, against a small file of the same"
                            + " server and a bare insert.")
    int http(
            @Option(
                            names = "--clients",
                            split = ",",
                            defaultValue = "64,256",
                            paramLabel = "N",
                            description =
                                    "How many connections are kept open, one measurement each (${DEFAULT-VALUE}).")
                    List<Integer> clients,
            @Option(
                            names = "--seconds",
                            defaultValue = "15",
                            paramLabel = "S",
                            description = "How long each is measured, in turns of five seconds (${DEFAULT-VALUE}).")
                    int seconds)
            throws Exception {
        return measure(premises -> {
            try (ConfigurableApplicationContext context = program.serve(premises, List.of("--server.port=0"))) {
                found(context, premises);
                context.start();
                var server = new HttpBench.Server(
                        port(context),
                        token(context),
                        context.getBean(Setting.class).database(),
                        context.getBeansOfType(Following.class).values());
                new HttpBench(server, Duration.ofSeconds(seconds), System.out).run(clients);
            }
        });
    }

    @Command(
            name = "advice",
            mixinStandardHelpOptions = true,
            description = "How fast similar messages are found, and how often a suggested subject is right.")
    int advice(
            @Option(
                            names = "--messages",
                            defaultValue = "../shared/data/messages/labelled.csv",
                            paramLabel = "FILE",
                            description = "Messages with their classes (${DEFAULT-VALUE}).")
                    Path messages)
            throws Exception {
        if (!Files.isReadable(messages)) {
            throw new Trouble("There are no messages at " + messages + ". Name them with --messages.");
        }
        return measure(premises -> {
            try (ConfigurableApplicationContext context = program.work(premises)) {
                new AdviceBench(context.getBean(Setting.class).database(), messages, System.out).run();
            }
        });
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String token(ConfigurableApplicationContext context) {
        return context.getBean(People.class)
                .issueToken("operator-1", context.getBean(Setting.class).clock().instant());
    }

    private static void found(ConfigurableApplicationContext context, Premises premises) {
        Setting setting = context.getBean(Setting.class);
        DemoCity.find(premises.city())
                .orElseGet(() -> DemoCity.bare(premises.city()))
                .write(context.getBean(People.class), setting.clock().instant());
    }
}
