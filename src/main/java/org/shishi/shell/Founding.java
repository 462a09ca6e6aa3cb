package org.shishi.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.people.DemoCity;
import org.shishi.people.Opening;
import org.shishi.people.People;
import org.shishi.people.Post;

/** The first start of an office: its units and divisions, and accounts whose passwords are told this once. */
record Founding(People people, InstantSource clock, Path data) {
    private static final Path FILE = Path.of("demo-accounts.csv");

    /** Founds the city unless somebody can sign in already. True when it was founded now. */
    boolean foundIfNew(String code, boolean empty) throws IOException {
        if (!people.isEmpty()) {
            return false;
        }
        DemoCity city = empty ? DemoCity.bare(code) : DemoCity.find(code).orElseGet(() -> DemoCity.bare(code));
        List<Opening> accounts = city.openings();
        Path file = data.resolve(FILE);
        write(file, accounts); // before the accounts are opened: whatever happens between, no password is lost
        city.write(people, accounts, clock.instant());
        tell(file, accounts);
        return true;
    }

    /** Only its owner may read the file, from the moment it exists. */
    private static void write(Path file, List<Opening> accounts) throws IOException {
        FileAttribute<Set<PosixFilePermission>> mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(file);
        Files.createFile(file, mine);
        String rows = accounts.stream().map(Founding::row).collect(Collectors.joining("\n"));
        Files.writeString(
                file, "account,name,password,duties,units\n" + rows + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String row(Opening account) {
        return String.join(",", account.account(), account.name(), account.password(), duties(account), units(account));
    }

    private static String duties(Opening account) {
        return account.posts().stream().map(Post::duty).distinct().collect(Collectors.joining(" "));
    }

    private static String units(Opening account) {
        return account.posts().stream().map(Post::unit).distinct().collect(Collectors.joining(" "));
    }

    /** One account of each duty is enough to look around; the file has all. */
    private static void tell(Path file, List<Opening> accounts) {
        System.out.println("The city is founded. Accounts (shown this once; all " + accounts.size() + " in " + file
                + ", readable by you alone):");
        accounts.stream()
                .collect(Collectors.toMap(Founding::duties, each -> each, (first, other) -> first))
                .values()
                .stream()
                .sorted((a, b) -> duties(a).compareTo(duties(b)))
                .forEach(
                        each -> System.out.printf("  %-14s %-18s %s%n", duties(each), each.account(), each.password()));
    }
}
