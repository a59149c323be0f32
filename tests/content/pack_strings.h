// Every string of a Pack that a screen may draw, to see what is among them.
#pragma once
#include "content/pack.h"

#include <set>

namespace test {

std::set<std::string> strings_of(kiosk::content::Pack const& pack);

} // namespace test
