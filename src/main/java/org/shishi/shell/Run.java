package org.shishi.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.Desk;
import org.shishi.people.DemoCity;
import org.shishi.people.People;
import org.shishi.post.Letters;
import org.shishi.post.Mailboxes;
import org.shishi.post.Outbox;
import org.shishi.post.PostOffice;
import org.shishi.procedure.Packs;
import org.shishi.shell.demo.DemoMonth;
import org.shishi.shell.demo.DemoPost;
import org.shishi.shell.postgres.Lock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./shishi run}: the office opens. */
@Command(name = "run", description = "Start the program and serve its pages until Ctrl-C.")
final class Run implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Option(names = "--port", paramLabel = "N", description = "Port of the pages (default: 8080; 0 takes a free one).")
    private int port = 8080;

    @Option(names = "--empty", description = "On the first start make only an administrator, no demonstration city.")
    private boolean empty;

    @Option(names = "--rehearse", hidden = true, description = "Stop as soon as it is ready and has shown a few pages.")
    private boolean rehearse;

    private final Program program;

    Run(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        Lock alone = onlyOne(premises.data());
        ConfigurableApplicationContext context =
                program.serve(premises, List.of("--server.port=" + port, "--shishi.empty=" + empty));
        found(context);
        context.start(); // from now on the clock goes its rounds
        requireLedger(context);
        String served = context.getEnvironment().getRequiredProperty("local.server.port");
        System.out.println("Shishi is ready: http://localhost:" + served);
        if (rehearse) {
            Rehearsal.visit(served);
        } else {
            Thread.currentThread().join();
        }
        context.close();
        alone.close();
        return 0;
    }

    /** At the first start the city is founded, and a month of it played so that nobody looks at empty tables. */
    private void found(ConfigurableApplicationContext context) throws IOException {
        People people = context.getBean(People.class);
        InstantSource clock = context.getBean(InstantSource.class);
        boolean founded = new Founding(people, clock, premises.data()).foundIfNew(premises.city(), empty);
        if (founded && !empty && DemoCity.find(premises.city()).isPresent()) {
            DemoMonth month = new DemoMonth(
                    context.getBean(Desk.class),
                    people,
                    context.getBean(Packs.class),
                    context.getBean(WorkingDays.class),
                    clock.instant());
            System.out.println("A month of the city: " + month.play() + " entries on account.");
            DemoPost post = new DemoPost(
                    context.getBean(PostOffice.class),
                    context.getBean(Outbox.class),
                    context.getBean(Letters.class),
                    context.getBean(Mailboxes.class),
                    people);
            System.out.println("Of the last day " + post.play() + " notices were told.");
        }
    }

    /** Ready means: an act would be recorded now. */
    private static void requireLedger(ConfigurableApplicationContext context) {
        Health health = Objects.requireNonNull(
                context.getBean("ledgerHealthIndicator", HealthIndicator.class).health(true));
        if (!health.getStatus().equals(Status.UP)) {
            throw new Trouble(
                    "The ledger cannot append: " + health.getDetails().getOrDefault("error", health.getStatus()));
        }
    }

    private static Lock onlyOne(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Lock.findAlone(data.resolve("run.lock"))
                .orElseThrow(() -> new Trouble("Another Shishi is already running on " + data
                        + ". Stop it first, or name another folder with --data."));
    }
}
