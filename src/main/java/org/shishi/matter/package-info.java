/** A procedure plus its entries; the one door through which anything changes. */
@ApplicationModule(allowedDependencies = {"ledger", "ledger::store", "procedure", "people", "calendar", "files"})
@NullMarked
package org.shishi.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
