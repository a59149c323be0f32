// A folder as it is, to the byte and to the nanosecond, so that a test can say that nothing in it has changed.
#pragma once
#include <filesystem>
#include <string>

namespace test {

// One line a file, folder or link, in the order of names: kind, rights, length, time of the last change, SHA-256.
std::string fingerprint(std::filesystem::path const& folder);

} // namespace test
