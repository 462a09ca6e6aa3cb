/** Where the lines lie: the tables of the ledger in PostgreSQL. */
@NamedInterface("store")
@NullMarked
package org.shishi.ledger.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
