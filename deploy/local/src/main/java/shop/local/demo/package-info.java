/// The main job played through the public REST APIs alone: the reference story, and the same at size.
@NullMarked
package shop.local.demo;

import org.jspecify.annotations.NullMarked;
