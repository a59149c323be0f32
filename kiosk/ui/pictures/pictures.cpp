#include "ui/pictures/pictures.h"
#include "files/files.h"
#include "system/log.h"
#include "ui/pictures/image_decode.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace kiosk::ui {

namespace {

constexpr double kMiddle = 0.5;

// Of the folder that came with the program, the last.
std::map<std::string, double> read_focus(std::vector<std::filesystem::path> const& folders)
{
    std::map<std::string, double> focus;
    if (folders.empty()) return focus;
    std::ifstream lines(folders.back() / "focus.txt");
    for (std::string line; std::getline(lines, line);) {
        std::istringstream parts(line);
        std::string name;
        double share = 0;
        if (!line.starts_with('#') && parts >> name >> share && share >= 0 && share <= 1) focus[name] = share;
    }
    return focus;
}

} // namespace

Pictures::Pictures(std::vector<std::filesystem::path> folders, Textures& textures, Execution decode,
                   std::function<void()> on_ready, UntrustedPictures untrusted)
    : folders_(std::move(folders)),
      textures_(textures),
      decode_(decode),
      untrusted_(std::move(untrusted)),
      focus_(read_focus(folders_)),
      worker_({"a picture", decode, PendingJobs::dropped, std::move(on_ready)})
{
}

Pictures::~Pictures()
{
    for (auto const& [request, entry] : entries_)
        if (entry.texture != 0) textures_.destroy(entry.texture);
}

std::filesystem::path Pictures::find(std::vector<std::filesystem::path> const& folders, std::string const& name)
{
    for (auto const& folder : folders) {
        std::error_code ignored;
        auto path = folder / (name + ".png");
        if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
    return {};
}

bool Pictures::has(std::string const& name)
{
    auto const known = known_.find(name);
    if (known != known_.end()) return known->second;
    return known_[name] = !find(folders_, name).empty();
}

bool Pictures::is_quick(std::string const& name) const
{
    if (!name.starts_with("icon-")) return false;
    return !untrusted_.decode || find(folders_, name).parent_path() != untrusted_.folder;
}

Pictures::Entry& Pictures::find_or_request(std::string const& name, int width, int height)
{
    Request const request{name, std::min(width, textures_.largest()), std::min(height, textures_.largest())};
    auto const found = entries_.find(request);
    if (found != entries_.end()) return found->second;
    auto& entry = entries_[request];
    bool const now = decode_ == Execution::at_once || is_quick(name);
    if (now && textures_.pixel_use() != PixelUse::at_once && has(name))
        reserve(request);
    else if (now)
        upload(request, load(request));
    else
        requests_.push_back(request);
    return entry;
}

Picture Pictures::get(std::string const& name, int width, int height, Instant now)
{
    if (name.empty() || width <= 0 || height <= 0) return {};
    auto& entry = find_or_request(name, width, height);
    entry.last_used = frame_;
    if (entry.texture == 0) {
        entry.late = true;
        return {.texture = 0, .opacity = 1, .is_late = !entry.failed};
    }
    if (!entry.late) return {.texture = entry.texture};
    if (!entry.in) entry.in = now;
    auto const share = static_cast<float>((now - *entry.in).count()) / static_cast<float>(kPictureFade.count());
    entry.late = share < 1;
    return {.texture = entry.texture, .opacity = std::clamp(share, 0.F, 1.F)};
}

void Pictures::prepare(std::string const& name, int width, int height)
{
    if (name.empty() || width <= 0 || height <= 0) return;
    find_or_request(name, width, height).last_used = frame_;
}

bool Pictures::tick()
{
    ++frame_;
    if (textures_.generation() != generation_) {
        entries_.clear();
        generation_ = textures_.generation();
    }
    auto const finished = worker_.take();
    for (auto const& request : std::exchange(requests_, {}))
        worker_.run(
            [this, request] {
                return Finished{request, load(request)};
            },
            [request](Error const&) {
                return Finished{request, {}};
            });
    for (auto const& [request, image] : finished) upload(request, image);
    evict_oldest();
    return !finished.empty();
}

Result<Image> Pictures::read(Request const& request) const
{
    auto const path = find(folders_, request.name);
    if (path.empty()) return Error{"picture '" + request.name + "'", "there is no such PNG file", "it is left out"};
    auto const bytes = read_file(path);
    if (!bytes) return bytes.error();
    bool const untrusted = untrusted_.decode && path.parent_path() == untrusted_.folder;
    auto const image =
        untrusted ? untrusted_.decode(bytes.value(), path.string()) : decode_picture(bytes.value(), path.string());
    if (!image) return image.error();
    // Of a picture of that name in the content nothing is known.
    auto const focus = path.parent_path() == folders_.back() ? focus_of(request.name) : kMiddle;
    return cover(image.value(), request.width, request.height, focus);
}

double Pictures::focus_of(std::string const& name) const
{
    auto const found = focus_.find(name.substr(0, name.find('.')));
    return found == focus_.end() ? kMiddle : found->second;
}

Image Pictures::load(Request const& request) const
{
    try {
        auto image = read(request);
        if (image) return image.take();
        log(LogLevel::warning, image.error().line());
    } catch (...) { // the drawing thread must not end by a picture, nor the worker
        log_caught_exception(request.name);
    }
    return {};
}

void Pictures::upload(Request const& request, Image const& image)
{
    auto& entry = entries_[request];
    entry.failed = image.rgba.empty();
    if (entry.failed) return;
    entry.texture = textures_.create(image.width, image.height, Filter::linear);
    textures_.update(entry.texture, 0, 0, image.width, image.height, image.rgba);
}

void Pictures::reserve(Request const& request)
{
    auto& entry = entries_[request];
    entry.texture = textures_.create(request.width, request.height, Filter::linear);
    textures_.fill_when_drawn(entry.texture, [this, request] { return load(request); });
}

void Pictures::evict_oldest()
{
    long pixels = 0;
    for (auto const& [request, entry] : entries_)
        if (entry.texture != 0) pixels += static_cast<long>(request.width) * request.height;
    while (pixels > kMostPixels) {
        auto oldest = entries_.end();
        for (auto it = entries_.begin(); it != entries_.end(); ++it)
            if (it->second.texture != 0 && it->second.last_used + 1 < frame_ &&
                (oldest == entries_.end() || it->second.last_used < oldest->second.last_used))
                oldest = it;
        if (oldest == entries_.end()) return; // all are on the screen
        pixels -= static_cast<long>(oldest->first.width) * oldest->first.height;
        textures_.destroy(oldest->second.texture);
        entries_.erase(oldest);
    }
}

} // namespace kiosk::ui
