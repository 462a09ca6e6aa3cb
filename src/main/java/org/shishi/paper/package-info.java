/** Documents in and out: Excel lists, reports, codes. */
@ApplicationModule(allowedDependencies = {"sheet", "matter", "ledger", "procedure", "people", "calendar"})
@NullMarked
package org.shishi.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
