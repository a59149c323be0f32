// For the office's tools: makes an archive of a content folder, and signs it, by one person or by two. The kiosk itself
// only lists folders with it. Errors begin with the path.
#pragma once
#include "base/problem.h"
#include "updates/manifest.h"

#include <filesystem>

namespace kiosk::updates {

// Hidden files, thumbnails and the like: neither archived nor reported.
bool is_system_file(std::filesystem::path const& path);

struct ContentListing {
    std::vector<ArchivedFile> files; // in the order of the manifest; incomplete where there are faults
    Problems faults;                 // each file that an archive cannot hold, and too many or too large files
};
// Reads and hashes every file once. A folder that cannot be read has no files.
ContentListing list_content(std::filesystem::path const& folder);

// Writes an unsigned archive. `about` has everything but the files; the result has these, too.
Result<Manifest> write_archive(std::filesystem::path const& folder, Manifest about, std::filesystem::path const& out);

struct OpenedArchive {
    SignedHeader header;
    SignedKind kind = SignedKind::content;
    std::string body;   // the signed text
    Manifest manifest;  // of an archive
    bool whole = false; // of the right length, and every file has its hash
};
// For showing and signing: reads the manifest whether or not anybody has signed it.
Result<OpenedArchive> open_archive(std::filesystem::path const& file);

// Extracts the files of an archive that is whole into a new folder.
Result<> unpack_archive(std::filesystem::path const& file, std::filesystem::path const& folder);

enum class Signing { also, anew }; // adds a signature, or replaces all
// Signs an archive or a list of keys in place, atomically. Returns how many people have signed it now.
Result<std::size_t> sign_file(std::filesystem::path const& file, SigningKey const& key, Signing signing);
// The same with a signature that minisign made of what write_signed_parts() wrote.
Result<std::size_t> sign_file_with(std::filesystem::path const& file, std::string_view minisig, PublicKey const& key,
                                   Signing signing);
// Writes the signed text and each signature as files that minisign can check: manifest, manifest.minisig and, of a
// second person, manifest.second.minisig; or keys, or recovery, in place of manifest. Returns their paths, the text's
// first.
Result<std::vector<std::filesystem::path>> write_signed_parts(OpenedArchive const& archive,
                                                              std::filesystem::path const& folder);
Result<> write_key_list(KeyList const& list, SigningKey const& key, std::filesystem::path const& out);

} // namespace kiosk::updates
