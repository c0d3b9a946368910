/// The whole shop on this machine: its servers and its services, as processes that go on by themselves.
@NullMarked
package shop.local.suite;

import org.jspecify.annotations.NullMarked;
