#include "updates/staging.h"
#include "updates/content_inspection.h"
#include "updates/limits.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace kiosk::updates {

namespace {

using enum RefusalReason;

constexpr std::size_t kPiece = 256U << 10U; // read and written at a time, [bytes]
constexpr std::chrono::days kSoon{30};

// The next bytes; fewer where the source ends before.
Accepted<std::string> read_exactly(ArchiveSource& source, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes) {
        auto piece = source.read(std::min(bytes - text.size(), kPiece));
        if (!piece) return refuse(stick_gone, source.shown(), piece.error().message);
        if (piece.value().empty()) break;
        text += piece.value();
    }
    return text;
}

struct Opened {
    Manifest manifest;
    std::string text;             // as it was signed
    std::size_t header_bytes = 0; // before it
    std::size_t signers = 0;
};

Accepted<Opened> open_manifest(Shelf const& shelf, ArchiveSource& source)
{
    auto const& where = source.shown();
    auto head = read_exactly(source, kHeaderBytes);
    if (!head) return head.error();
    auto signatures = read_exactly(source, header_bytes(head.value()) - kHeaderBytes);
    if (!signatures) return signatures.error();
    auto const header = read_header(head.value() + signatures.value(), where);
    if (!header) return header.error();
    auto text = read_exactly(source, header.value().text_bytes);
    if (!text) return text.error();
    auto const signers = verify(header.value(), text.value(), shelf.keys(), where);
    if (!signers) return signers.error();
    if (kind_of(text.value()) != SignedKind::content) return refuse(not_an_archive, where, "no list of files");
    auto manifest = read_manifest(text.value(), where);
    if (!manifest) return manifest.error();
    return Opened{manifest.take(), text.take(), header.value().bytes(), signers.value()};
}

Accepted<> check_admissible(Manifest const& manifest, Shelf const& shelf, StagingOptions const& options,
                            std::string const& where)
{
    auto const state = shelf.state();
    if (!state) return disk_refusal(state.error());
    auto const highest = state.value().highest;
    if (manifest.program > options.program) return refuse(too_new_program, where, text_of(manifest.program));
    if (manifest.epoch > shelf.keys().epoch) return refuse(keys_first, where);
    if (manifest.content <= highest) return refuse(older, where, fmt::format("{}, had {}", manifest.content, highest));
    if (manifest.content > highest + kFarthestJump)
        return refuse(jump_too_far, where, fmt::format("{}, had {}", manifest.content, highest));
    if (options.today && manifest.valid_until < *options.today)
        return refuse(expired, where, day_text(manifest.valid_until));
    return accepted();
}

Accepted<> check_free_space(Manifest const& manifest, Shelf const& shelf, StagingOptions const& options)
{
    auto const& folder = shelf.folder();
    if (auto const made = shelf.prepare(); !made) return disk_refusal(made.error());
    std::error_code code;
    auto const free = options.free_bytes ? options.free_bytes(folder) : std::filesystem::space(folder, code).available;
    auto const needed = room_for(manifest.bytes());
    if (code || free < needed)
        return refuse(no_room, "the kiosk's disk",
                      fmt::format("{} MB free, {} needed", free >> 20U, (needed >> 20U) + 1));
    return accepted();
}

// Copies the files from the stick; all later steps read this copy, so that a stick that changes its bytes is harmless.
Accepted<> copy_archive(ArchiveSource& source, std::uint64_t bytes, Shelf const& shelf)
{
    auto file = shelf.disk().create(shelf.folder() / "incoming");
    if (!file) return disk_refusal(file.error());
    auto writer = file.take();
    while (bytes > 0) {
        auto const piece = source.read(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, kPiece)));
        if (!piece) return refuse(stick_gone, source.shown(), piece.error().message);
        if (piece.value().empty()) return refuse(stick_gone, source.shown(), "it ends too early");
        bytes -= piece.value().size();
        if (auto const written = writer.append(piece.value()); !written) return disk_refusal(written.error());
    }
    if (auto const closed = writer.close(); !closed) return disk_refusal(closed.error());
    return accepted();
}

// One unpacking, from the copy into <id>.new.
class Unpacking {
public:
    Unpacking(Shelf const& shelf, std::filesystem::path folder, std::string where)
        : disk_(shelf.disk()),
          copy_(shelf.folder() / "incoming", std::ios::binary),
          folder_(std::move(folder)),
          where_(std::move(where))
    {
    }

    Accepted<> run(Opened const& opened)
    {
        for (auto const& path : {folder_, folder_ / "content", folder_ / "previews"}) KIOSK_TRY(make(path));
        for (auto const& file : opened.manifest.files) KIOSK_TRY(unpack(file));
        auto manifest = disk_.create(folder_ / "manifest");
        if (!manifest) return disk_refusal(manifest.error());
        auto writer = manifest.take();
        if (auto const written = writer.append(opened.text); !written) return disk_refusal(written.error());
        if (auto const closed = writer.close(); !closed) return disk_refusal(closed.error());
        for (auto const& path : made_)
            if (auto const synced = disk_.sync_folder(path); !synced) return disk_refusal(synced.error());
        return accepted();
    }

private:
    Accepted<> make(std::filesystem::path const& path)
    {
        if (!made_.insert(path).second) return accepted();
        if (auto const made = disk_.make_folder(path); !made) return disk_refusal(made.error());
        return accepted();
    }

    Accepted<> unpack(ArchivedFile const& listed)
    {
        auto folder = folder_ / "content";
        std::filesystem::path const path(listed.path);
        for (auto const& name : path.parent_path()) KIOSK_TRY(make(folder /= name));
        auto file = disk_.create(folder / path.filename());
        if (!file) return disk_refusal(file.error());
        auto writer = file.take();
        std::string piece;
        for (auto left = listed.bytes; left > 0; left -= piece.size()) {
            piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, kPiece)));
            copy_.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            if (!copy_) return refuse(cannot_store, "the kiosk's disk", "its copy cannot be read");
            if (auto const written = writer.append(piece); !written) return disk_refusal(written.error());
        }
        auto const closed = writer.close();
        if (!closed) return disk_refusal(closed.error());
        if (closed.value().sha256 != listed.sha256) return refuse(damaged, where_, "a file in it");
        return accepted();
    }

    Disk const& disk_;
    std::ifstream copy_;
    std::filesystem::path folder_;
    std::string where_;
    std::set<std::filesystem::path> made_;
};

Accepted<> install_files(Shelf const& shelf, ArchiveSource& source, Opened const& opened, std::string const& id)
{
    auto const& disk = shelf.disk();
    auto const fresh = shelf.folder() / (id + ".new");
    // From an earlier staging that was not switched to.
    for (auto const& path : {fresh, shelf.folder_of(id)})
        if (auto const removed = disk.remove(path); !removed) return disk_refusal(removed.error());
    KIOSK_TRY(copy_archive(source, opened.manifest.bytes(), shelf));
    KIOSK_TRY(Unpacking(shelf, fresh, source.shown()).run(opened));
    if (auto const renamed = disk.rename(fresh, shelf.folder_of(id)); !renamed) return disk_refusal(renamed.error());
    if (auto const synced = disk.sync_folder(shelf.folder()); !synced) return disk_refusal(synced.error());
    return accepted();
}

// The content that visitors see now, to compare with.
std::filesystem::path shown_content(Shelf const& shelf, StagingOptions const& options)
{
    auto const state = shelf.state();
    bool const from_stick = state && !state.value().current.empty();
    return from_stick ? shelf.folder_of(state.value().current) / "content" : options.factory;
}

// The probe runs first: a crash in our own readers ends its process, not this one.
Accepted<> inspect_staged(Shelf const& shelf, StagingOptions const& options, Staged& staged, std::string const& where)
{
    auto const folder = shelf.folder_of(staged.id);
    auto probed = Probed{ProbeEnd::drawn, {}};
    if (options.probe) probed = options.probe(folder / "content", folder / "previews");
    if (probed.end == ProbeEnd::died) return refuse(faulty_content, where, "drawing it failed");
    KIOSK_TRY(inspect_content(folder / "content", shown_content(shelf, options), options, staged, where));
    if (probed.end == ProbeEnd::faulty) return refuse(faulty_content, where, "a screen or a picture of it");
    staged.previews = std::move(probed.previews);
    return accepted();
}

void clear_temporary(Shelf const& shelf, std::string const& id)
{
    for (auto const& path : {shelf.folder() / "incoming", shelf.folder() / (id + ".new")})
        [[maybe_unused]] auto const removed = shelf.disk().remove(path);
}

} // namespace

Accepted<Staged> stage(Shelf& shelf, ArchiveSource& source, StagingOptions const& options)
{
    auto const opened = open_manifest(shelf, source);
    if (!opened) return opened.error();
    auto const& manifest = opened.value().manifest;
    auto const& where = source.shown();
    auto const refused = [&](Refusal const& refusal) {
        shelf.note_refusal(refusal, manifest.content);
        return refusal;
    };
    if (auto const allowed = check_admissible(manifest, shelf, options, where); !allowed)
        return refused(allowed.error());
    auto const whole = opened.value().header_bytes + opened.value().text.size() + manifest.bytes();
    if (source.size() != whole)
        return refused(refuse(damaged, where, fmt::format("{} bytes of {}", source.size(), whole)));
    if (auto const room = check_free_space(manifest, shelf, options); !room) return refused(room.error());

    Staged staged;
    staged.id = sha256(opened.value().text).substr(0, kIdDigits);
    staged.content = manifest.content;
    staged.version = manifest.version;
    staged.valid_until = manifest.valid_until;
    staged.signers = opened.value().signers;
    if (!options.today) staged.warnings.push_back(StageWarning::day_unknown);
    if (options.today && manifest.valid_until - *options.today <= kSoon)
        staged.warnings.push_back(StageWarning::expires_soon);
    auto taken = install_files(shelf, source, opened.value(), staged.id);
    if (taken) taken = inspect_staged(shelf, options, staged, where);
    clear_temporary(shelf, staged.id);
    if (!taken) {
        [[maybe_unused]] auto const removed = shelf.disk().remove(shelf.folder_of(staged.id));
        return refused(taken.error());
    }
    return staged;
}

} // namespace kiosk::updates
