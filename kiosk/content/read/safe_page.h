// What the build puts into the program of a content's words for the safe page: C++ for content/safe/safe_words.h.
#pragma once
#include "base/result.h"
#include "content/read/read.h"

namespace kiosk::content {

struct SafeSource {
    std::string code;
    Problems left_out; // languages that lack one of the words, or have it with a fault
};

// Fails where no language has them all.
Result<SafeSource> safe_words_source(ReadPack const& read);

} // namespace kiosk::content
