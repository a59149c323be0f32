// The other side of a pack: a content folder made into one file, and that file signed, by one person or by two. For the
// office's tools; the kiosk never does this. Errors begin with the path.
#pragma once
#include "base/problem.h"
#include "updates/manifest.h"

#include <filesystem>

namespace kiosk::updates {

// Hidden files, thumbnails and the like: neither packed nor told.
bool is_left_by_a_system(std::filesystem::path const& path);

struct ContentListing {
    std::vector<PackedFile> files; // in the order of the manifest; whole only where nothing is at fault
    Problems faults;               // each file that a pack cannot hold, and what all of them are too much of
};
// Reads every file once. A folder that cannot be read has no files.
ContentListing list_content(std::filesystem::path const& folder);

// Unsigned. `about` has everything but the files.
Result<Manifest> write_pack(std::filesystem::path const& folder, Manifest about, std::filesystem::path const& out);

struct OpenedPack {
    SignedHeader header;
    SignedKind kind = SignedKind::pack;
    std::string body;   // the text that is signed
    Manifest manifest;  // of a pack
    bool whole = false; // as long as it should be, and every file as its hash says
};
// For a look and for signing: the manifest is read whether or not anybody has signed it.
Result<OpenedPack> open_pack_file(std::filesystem::path const& file);

// The files of a whole pack, as a folder that is not there yet.
Result<> unpack_pack_file(std::filesystem::path const& file, std::filesystem::path const& folder);

enum class Signing { also, anew }; // beside a signature that is there, or in place of all
// A pack or a list of keys is signed in place, whole or not at all. How many have signed it now.
Result<std::size_t> sign_file(std::filesystem::path const& file, SigningKey const& key, Signing signing);
// The same with a .minisig of minisign, over what write_signed_parts() wrote.
Result<std::size_t> sign_file_with(std::filesystem::path const& file, std::string_view minisig, PublicKey const& key,
                                   Signing signing);
// What is signed, and each signature, as files that minisign checks: manifest, manifest.minisig and, of a second
// person, manifest.second.minisig; or keys, or recovery. Their paths, the text's first.
Result<std::vector<std::filesystem::path>> write_signed_parts(OpenedPack const& archive,
                                                              std::filesystem::path const& folder);
Result<> write_key_list(KeyList const& list, SigningKey const& key, std::filesystem::path const& out);

} // namespace kiosk::updates
