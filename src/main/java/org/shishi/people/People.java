package org.shishi.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people and units of one city. What is changed here counts at once; what another process changes, in seconds. */
public final class People {
    private static final String ALL = "";

    private final RosterTables units;
    private final AccountTables accounts;
    private final Tokens tokens;
    private final Passwords passwords = new Passwords();
    private final TransactionTemplate transaction;
    private final Remembered<Roster> roster = new Remembered<>(Duration.ofSeconds(10));
    private final Remembered<Account> known = new Remembered<>(Duration.ofSeconds(5));
    private final Remembered<String> bearers = new Remembered<>(Duration.ofSeconds(5));

    /**
     * @param city code of the city, the first key of every table
     */
    public People(DataSource database, String city) {
        JdbcClient jdbc = JdbcClient.create(database);
        this.units = new RosterTables(jdbc, city);
        this.accounts = new AccountTables(jdbc, city);
        this.tokens = new Tokens(jdbc, city);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    public String city() {
        return units.city();
    }

    /** Units and divisions as they stand now. */
    public Roster roster() {
        return roster.find(ALL, () -> Optional.of(units.read())).orElseThrow();
    }

    /** Whether nobody can sign in: the program has just been installed. */
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    public List<Account> listAccounts() {
        return accounts.list();
    }

    public Optional<Account> findAccount(String name) {
        return known.find(name, () -> accounts.find(name));
    }

    /** The holder of an open account. */
    public Optional<Actor> findActor(String account) {
        return findAccount(account)
                .filter(found -> found.status() == Account.Status.OPEN)
                .map(Account::actor);
    }

    /** @throws NoSuchElementException if there is no open account of this name */
    public Actor actor(String account) {
        return findActor(account)
                .orElseThrow(() -> new NoSuchElementException("There is no open account '" + account + "'"));
    }

    /**
     * Checks a password. After ten wrong ones in a row the account is locked for a quarter of an hour.
     *
     * @param account as typed
     */
    public SignIn signIn(String account, String password, Instant now) {
        String name = account.strip();
        Optional<String> hash = Opening.isName(name) ? accounts.attempt(name, now) : Optional.empty();
        if (hash.isEmpty()) {
            passwords.pretend(password);
            return Opening.isName(name) ? refused(name, now) : new SignIn.Wrong();
        }
        return passwords.fits(password, hash.get()) ? welcome(name, password, hash.get()) : new SignIn.Wrong();
    }

    private SignIn refused(String name, Instant now) {
        return accounts.find(name)
                .flatMap(Account::lockedUntil)
                .filter(until -> until.isAfter(now))
                .<SignIn>map(SignIn.Locked::new)
                .orElseGet(SignIn.Wrong::new);
    }

    private SignIn welcome(String name, String password, String hash) {
        accounts.admit(name);
        if (passwords.isOutdated(hash)) {
            accounts.setHash(name, passwords.hash(password));
        }
        return findActor(name).<SignIn>map(SignIn.Welcome::new).orElseGet(SignIn.Wrong::new);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the name is taken */
    public void open(Opening opening, Instant now) {
        String hash = passwords.hash(opening.password());
        change(() -> accounts.open(opening, hash, now));
    }

    /** Locks are lifted with it. False if there is no such account. */
    public boolean setPassword(String account, String password) {
        Opening.requireLong(password);
        boolean done = accounts.setHash(account, passwords.hash(password));
        forget();
        return done;
    }

    /** The posts an account holds from now on, in place of those it held. */
    public void assign(String account, List<Post> posts) {
        change(() -> accounts.assign(account, posts));
    }

    /** Nobody signs in with it any more, and its tokens are worth nothing. False if there is no such account. */
    public boolean close(String account) {
        boolean done = accounts.close(account);
        forget();
        return done;
    }

    /**
     * A new token for a program, in clear: it is shown this once.
     *
     * @throws NoSuchElementException if there is no open account of this name
     */
    public String issueToken(String account, Instant now) {
        return tokens.issue(actor(account).account(), now);
    }

    /** Who a bearer token stands for. */
    public Optional<Actor> findByToken(String token, Instant now) {
        if (!Tokens.isToken(token)) {
            return Optional.empty();
        }
        return bearers.find(token, () -> tokens.find(token, now)).flatMap(this::findActor);
    }

    /** All tokens of an account; gives how many there were. */
    public int revokeTokens(String account, Instant now) {
        int revoked = tokens.revoke(account, now);
        forget();
        return revoked;
    }

    /** Adds units and divisions, or changes those that are there. Nothing is ever taken away. */
    public void write(List<Unit> listed, List<Division> divisions, Map<String, List<String>> covers) {
        change(() -> {
            units.writeDivisions(divisions);
            units.writeUnits(listed);
            units.writeCovers(covers);
        });
    }

    /**
     * Takes in a list of divisions: rows that are right go in, the others come back with the reason. Nothing changes when
     * it is done again.
     *
     * @param csv columns code, name and parent (or streetCode, areaCode), English name optional; UTF-8 or GB18030
     */
    public DivisionList importDivisions(byte[] csv) {
        DivisionList list = DivisionList.read(csv, city(), roster());
        change(() -> units.writeDivisions(list.toWrite()));
        return list;
    }

    /** A whole city at its first start: all of it or nothing. */
    void found(City city, List<Opening> openings, Instant now) {
        UnaryOperator<String> hash = passwords::hashGenerated;
        List<String> hashes =
                openings.parallelStream().map(Opening::password).map(hash).toList();
        change(() -> {
            write(city.units(), city.divisions(), city.covers());
            for (int i = 0; i < openings.size(); i++) {
                accounts.open(openings.get(i), hashes.get(i), now);
            }
        });
    }

    private void change(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
        forget();
    }

    private void forget() {
        roster.forget();
        known.forget();
        bearers.forget();
    }
}
