// What a pack from a stick may be at most. The kiosk's own content is 300 KB in 60 files; a shop's with its own
// pictures some tens of MB. All figures are in bytes unless said otherwise.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kiosk::updates {

// TUF 1.0.34, section 5, asks for a bound on metadata that is read before it is trusted, "tens of kilobytes" for its
// smallest: 256 KiB are 2,500 files of ours.
constexpr std::size_t kMostManifest = 256U << 10U;
constexpr std::size_t kMostFiles = 5000;             // files in a pack
constexpr std::uint64_t kMostPack = 60ULL << 20U;    // all files together: below what read_file takes
constexpr std::uint64_t kMostText = 1ULL << 20U;     // one .toml; the longest of ours has 30 KB
constexpr std::uint64_t kMostPicture = 16ULL << 20U; // one .png
constexpr int kDeepest = 4;                          // names in a path, the file's among them
constexpr std::size_t kLongestPath = 100;
constexpr std::size_t kLongestVersion = 32; // the editor's own text
constexpr std::size_t kMostKeys = 8;
// Of content_version, or of a recovery stick, above the highest that was here.
constexpr std::int64_t kFarthestJump = 1000;
constexpr std::int64_t kHighestNumber = 2'000'000'000; // of content, key lists and schemas
constexpr std::size_t kMostCandidates = 20;            // files offered from all sticks together
constexpr int kStartsInTrial = 3;                      // a fourth without 10 minutes of showing goes back

} // namespace kiosk::updates
