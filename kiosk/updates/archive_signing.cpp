// archive_writing.h for an existing file: showing, unpacking and signing it, and writing its parts for minisign.
#include "crypto/key_text.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "updates/archive_writing.h"
#include "updates/limits.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace kiosk::updates {

namespace {

// An Error where the user has named a key in the place of an archive.
std::optional<Error> is_key(std::string_view all, std::filesystem::path const& file)
{
    using enum crypto::KeyHalf;
    for (auto const use : {crypto::KeyUse::sign, crypto::KeyUse::seal})
        for (auto const half : {secret, open})
            if (all.size() < kMostSignatureBytes && crypto::read_key_text(all, {use, half}))
                return Error{file.string(),
                             half == secret ? "is a secret key, and no pack" : "is a public key, and no pack",
                             "name the .kioskpack or .kioskkeys here; a secret key stands behind --key"};
    return std::nullopt;
}

Result<OpenedArchive> opened(std::string_view all, std::filesystem::path const& file)
{
    if (auto const fault = is_key(all, file)) return *fault;
    auto const header = read_header(all, file.string());
    if (!header) return error_for_office(header.error());
    OpenedArchive archive{header.value(), {}, {}, {}, false};
    auto const begin = archive.header.bytes();
    archive.body = all.substr(begin, archive.header.text_bytes);
    auto const kind = kind_of(archive.body);
    if (!kind) return error_for_office(refuse(RefusalReason::not_an_archive, file.string()));
    archive.kind = *kind;
    if (archive.kind != SignedKind::content) {
        archive.whole = all.size() == begin + archive.header.text_bytes;
        return archive;
    }
    auto manifest = read_manifest(archive.body, file.string());
    if (!manifest) return error_for_office(manifest.error());
    archive.manifest = manifest.take();
    auto left = all.substr(std::min(all.size(), begin + archive.body.size()));
    archive.whole = left.size() == archive.manifest.bytes();
    for (auto const& listed : archive.manifest.files) {
        if (!archive.whole) break;
        archive.whole = sha256(left.substr(0, listed.bytes)) == listed.sha256;
        left.remove_prefix(listed.bytes);
    }
    return archive;
}

struct WholeArchive {
    std::string bytes;
    OpenedArchive archive;
};

Result<WholeArchive> open_whole(std::filesystem::path const& file)
{
    auto bytes = read_file(file);
    if (!bytes) return bytes.error();
    auto archive = opened(bytes.value(), file);
    if (!archive) return archive.error();
    if (!archive.value().whole) return Error{file.string(), "is damaged or cut short", "pack the content once more"};
    return WholeArchive{bytes.take(), archive.take()};
}

} // namespace

Result<OpenedArchive> open_archive(std::filesystem::path const& file)
{
    auto const bytes = read_file(file);
    if (!bytes) return bytes.error();
    return opened(bytes.value(), file);
}

Result<> unpack_archive(std::filesystem::path const& file, std::filesystem::path const& folder)
{
    auto const whole = open_whole(file);
    if (!whole) return whole.error();
    auto const& archive = whole.value().archive;
    auto left = std::string_view(whole.value().bytes).substr(archive.header.bytes() + archive.body.size());
    for (auto const& listed : archive.manifest.files) {
        auto const path = folder / listed.path;
        KIOSK_TRY(make_folder(path.parent_path()));
        KIOSK_TRY(write_file_atomically(path, std::string(left.substr(0, listed.bytes))));
        left.remove_prefix(listed.bytes);
    }
    return success();
}

namespace {

using AddSignature = std::function<Result<SignedHeader>(SignedHeader header, std::string_view text)>;

Result<std::size_t> sign_by(std::filesystem::path const& file, Signing signing, AddSignature const& add)
{
    auto whole = open_whole(file);
    if (!whole) return whole.error();
    auto const& [bytes, archive] = whole.value();
    auto header = archive.header;
    if (signing == Signing::anew) header.signatures.clear();
    auto const added = add(std::move(header), archive.body);
    if (!added)
        return Error{fmt::format("{}: {}", file.string(), added.error().where), added.error().message,
                     added.error().advice};
    auto const text = header_text(added.value()) + bytes.substr(archive.header.bytes());
    if (auto const written = write_file_atomically(file, text); !written) return written.error();
    return added.value().signatures.size();
}

std::string_view name_of(SignedKind kind)
{
    switch (kind) {
    case SignedKind::content: return "manifest";
    case SignedKind::keys: return "keys";
    case SignedKind::recovery: return "recovery";
    }
    return {};
}

} // namespace

Result<std::size_t> sign_file(std::filesystem::path const& file, SigningKey const& key, Signing signing)
{
    return sign_by(file, signing, [&](SignedHeader header, std::string_view text) {
        return add_own_signature(std::move(header), text, key);
    });
}

Result<std::size_t> sign_file_with(std::filesystem::path const& file, std::string_view minisig, PublicKey const& key,
                                   Signing signing)
{
    auto const made = crypto::read_signature(minisig);
    if (!made) return Error{"--signature", made.error().message, made.error().advice};
    return sign_by(file, signing, [&](SignedHeader header, std::string_view text) {
        return add_signature(std::move(header), text, made.value(), key);
    });
}

Result<std::vector<std::filesystem::path>> write_signed_parts(OpenedArchive const& archive,
                                                              std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> paths{folder / name_of(archive.kind)};
    KIOSK_TRY(make_folder(folder));
    KIOSK_TRY(write_file_atomically(paths.front(), archive.body));
    for (auto const& one : archive.header.signatures) {
        auto const* const ending = paths.size() == 1 ? "minisig" : "second.minisig";
        paths.push_back(folder / fmt::format("{}.{}", name_of(archive.kind), ending));
        KIOSK_TRY(write_file_atomically(paths.back(), crypto::signature_text(one)));
    }
    return paths;
}

Result<> write_key_list(KeyList const& list, SigningKey const& key, std::filesystem::path const& out)
{
    auto const body = key_list_text(list);
    if (auto const read = read_key_list(body, out.string()); !read) return error_for_office(read.error());
    return write_file_atomically(out, header_text(sign(body, key)) + body);
}

} // namespace kiosk::updates
