// Whether goldens are written anew instead of compared: kiosk-tests --rebaseline. Set by main before any test.
#pragma once

namespace test {

inline bool rebaseline = false;

} // namespace test
