/** What the ledger's past suggests: similar matters, subject and unit, what is known already, a weak reply. */
@ApplicationModule(allowedDependencies = {"matter", "ledger", "ledger::store", "procedure", "people", "calendar"})
@NullMarked
package org.shishi.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
