package org.shishi.matter;

import java.util.List;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * Something on account: a procedure plus its entries.
 *
 * @param said every entry with what was said in it, the oldest first; personal facts are not among them
 * @param standing what the entries amount to
 */
public record Matter(Procedure procedure, List<Standing.Said> said, Standing standing) {

    /** The latest value of every fact said. */
    public Facts facts() {
        Facts all = Facts.NONE;
        for (Standing.Said each : said) {
            all = all.with(each.facts());
        }
        return all;
    }

    public boolean isClosed() {
        return procedure.isClosed(standing.stage());
    }
}
