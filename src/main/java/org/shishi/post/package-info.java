/** What leaves for other systems and for people: notices, and the feed of deadlines. */
@ApplicationModule(allowedDependencies = {"matter", "ledger", "ledger::store", "procedure", "people", "calendar"})
@NullMarked
package org.shishi.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
