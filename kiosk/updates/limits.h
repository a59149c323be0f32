// Upper limits of an archive from a stick. The kiosk's own content has 300 KB in 60 files; a shop's with pictures of
// its own has some tens of MB. In bytes, unless a comment says otherwise.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kiosk::updates {

// TUF 1.0.34, section 5, asks for a limit on metadata that is read before it is trusted. 256 KiB list 2,500 of our
// files.
constexpr std::size_t kMostManifest = 256U << 10U;
constexpr std::size_t kMostFiles = 5000;                  // files in an archive
constexpr std::uint64_t kMostArchiveBytes = 60ULL << 20U; // all files together; below the limit of read_file()
constexpr std::uint64_t kMostTextBytes = 1ULL << 20U;     // one .toml; the longest of ours has 30 KB
constexpr std::uint64_t kMostPictureBytes = 16ULL << 20U; // one .png
constexpr int kDeepest = 4;                               // names in a path, the file's among them
constexpr std::size_t kLongestPath = 100;
constexpr std::size_t kLongestVersion = 32; // of the editor's version text
constexpr std::size_t kMostKeys = 8;
// How far the number of content, or of a recovery stick, may be above the highest that this kiosk has had.
constexpr std::int64_t kFarthestJump = 1000;
constexpr std::int64_t kHighestNumber = 2'000'000'000; // of content, key lists and schemas
constexpr std::size_t kMostCandidates = 20;            // archives found on all sticks together
constexpr int kStartsInTrial = 3;                      // starts that new content gets to be shown for 10 minutes

} // namespace kiosk::updates
