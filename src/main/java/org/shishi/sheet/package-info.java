/** Registers, worklists and figures; a cache of the ledger. */
@ApplicationModule(allowedDependencies = {"matter", "ledger", "ledger::store", "procedure", "people", "calendar"})
@NullMarked
package org.shishi.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
