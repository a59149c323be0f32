// Generates the C++ source of content/safe/safe_words.h from the words of the safe page. Used by the build.
#pragma once
#include "base/result.h"
#include "content/read/read.h"

namespace kiosk::content {

struct SafeSource {
    std::string code;
    Problems left_out; // one for each language that lacks a word, or has one with an error
};

// An Error where no language has all of the words.
Result<SafeSource> safe_words_source(ReadContent const& read);

} // namespace kiosk::content
