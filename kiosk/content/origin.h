// Where content comes from: with the program, or signed, on a stick.
#pragma once

namespace kiosk::content {

enum class Origin { factory, stick };

} // namespace kiosk::content
