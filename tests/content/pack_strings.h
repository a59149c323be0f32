// Every string of a Content that a screen may draw, so that tests can search them.
#pragma once
#include "content/content.h"

#include <set>

namespace test {

std::set<std::string> strings_of(kiosk::content::Content const& content);

} // namespace test
