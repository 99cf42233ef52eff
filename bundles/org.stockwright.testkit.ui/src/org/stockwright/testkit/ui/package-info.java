/**
 * Drives the running workbench from a test's own thread, in the words of SWTBot: {@code bot.view("Stock").show()},
 * {@code bot.button("Post").click()}, {@code bot.textWithLabel("Item").setText("BOLT")}.
 *
 * <p>SWTBot is what this field uses. It is not published to Maven Central (eclipse-swtbot/org.eclipse.swtbot#17), and
 * this product's target platform comes from there alone. Classes and methods here have SWTBot's names and meanings, so
 * that the tests move to SWTBot by changing imports once it is published; what SWTBot does not have (scans,
 * {@code natTable}) stays a small helper then.
 */
@Version("1.1.0")
package org.stockwright.testkit.ui;

import org.osgi.annotation.versioning.Version;
