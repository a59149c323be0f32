// The parts of a zip file, by their names; fails the test where there is no zip file or a part cannot be unpacked.
#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace test {

std::map<std::string, std::string> unzipped(std::filesystem::path const& path);

} // namespace test
