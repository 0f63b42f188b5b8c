/**
 * Tests of the pages as people meet them: in a browser with their style sheet and script, and as HTML. The pages are
 * listed once, in {@link org.entente.publish.browser.Site}; every test that holds for any page walks that list.
 */
@NullMarked
package org.entente.publish.browser;

import org.jspecify.annotations.NullMarked;
