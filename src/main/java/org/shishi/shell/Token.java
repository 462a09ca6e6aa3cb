package org.shishi.shell;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import org.shishi.people.Actor;
import org.shishi.people.People;
import org.shishi.shell.database.Database;
import org.shishi.shell.postgres.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./shishi token --account NAME}: for a program that acts through the API. */
@Command(name = "token", description = "Issue a bearer token for the API; it is shown this once.")
final class Token implements Callable<Integer> {
    @Mixin
    private Premises premises = new Premises();

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "Whose acts the token's will be.")
    private String account = "";

    @Override
    public Integer call() {
        premises.requireData();
        try (Database database = premises.database()) {
            People people = new People(source(database.access()), premises.city());
            Actor actor = people.findActor(account)
                    .orElseThrow(() -> new Trouble("There is no open account named " + account + "."));
            System.out.println(
                    people.issueToken(actor.account(), InstantSource.system().instant()));
        }
        return 0;
    }

    static PGSimpleDataSource source(Access access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }
}
